# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers test bites: each forbidden include is found in a tree made for it."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from layers import check  # noqa: E402

CASES = {
    "core/model/a.h": '#include "core/store/b.h"\n', "core/base/a.cpp": "#include <wx/string.h>\n",
    "ui/shell/a.cpp": '#include "core/store/b.h"\n', "core/query/a.cpp": "#include <sqlite3.h>\n",
    "core/report/a.h": "#include <Poco/JSON/Object.h>\n", "core/odd/a.h": "\n", "ui/detail/a.cpp": "\n" * 401,
    "ui/common/a.cpp": "#include <gtk/gtk.h>\n", "core/pdf/a.cpp": '#include "a.h"\n',
}
with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    for name, text in CASES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "core/store").mkdir(parents=True)
    (root / "core/store/b.h").write_text("\n")
    found = check(root)
    missed = [name for name in CASES if not any(line.startswith(name) for line in found)]
    print("\n".join(found))
    sys.exit(f"not found: {missed}" if missed else 0)
