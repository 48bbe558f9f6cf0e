// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logbog_app.h"

wxIMPLEMENT_APP(app::LogbogApp);
