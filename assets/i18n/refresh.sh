#!/usr/bin/env bash
# Gathers the English texts of the code into logbog.pot and carries da.po over. What is new in da.po is empty then:
# the test "Danish is complete" names it.
set -euo pipefail
cd "$(dirname "$0")/../.."
git ls-files --cached --others --exclude-standard 'core/*.cpp' 'core/*.h' 'ui/*.cpp' 'ui/*.h' 'app/*.cpp' 'app/*.h' | sort |
    xgettext --files-from=- --language=C++ --from-code=UTF-8 --output=assets/i18n/logbog.pot --add-comments=Translators \
        --keyword=_ --keyword=tr --keyword=trn:1,2 --keyword=wxPLURAL:1,2 --keyword=wxTRANSLATE --keyword=wxGetTranslation \
        --keyword=markText --package-name=logbog --copyright-holder="Logbog" --no-location --sort-output
[ -e assets/i18n/da.po ] || msginit --no-translator --locale=da --input=assets/i18n/logbog.pot --output=assets/i18n/da.po
msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location --sort-output assets/i18n/da.po assets/i18n/logbog.pot
msgattrib --no-obsolete --output=assets/i18n/da.po assets/i18n/da.po
msgfmt --statistics --check -o /dev/null assets/i18n/da.po
