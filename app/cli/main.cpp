// SPDX-License-Identifier: GPL-3.0-or-later
// logbog-cli: the same core as the window, for scripts and for checking. Exit 0: done; 1: it could not be
// done or something is wrong with the data; 2: the command line was not understood.
#include "app/cli/commands.h"
#include "app/common/no_core_dumps.h"
#include "core/base/error.h"

#include <algorithm>
#include <iostream>

namespace {

using app::cli::Command;

const std::vector<Command>& commands() {
    using namespace app::cli;
    static const std::vector<Command> list{
        {"create",
         "CASE [--label NAME] [--zone ZONE]",
         "make an empty case folder",
         runCreate,
         {},
         {"label", "zone"},
         {}},
        {"import",
         "CASE PATH... [--json] [--zone ZONE] [--date-order day|month|year] [--archive-passphrase-file FILE] "
         "[--mapping FILE.json] [--custodian WHO]",
         "keep and read files and folders; --date-order: of 03/04 where a file does not say; --mapping: of "
         "the "
         "columns of tables with its headers, as `map` prints it",
         runImport,
         {"json"},
         {"zone", "date-order", "archive-passphrase-file", "mapping", "custodian"},
         {},
         true},
        {"map",
         "CASE SOURCE [--mapping FILE.json | --template NAME] [--save NAME] [--preview] [--zone ZONE] "
         "[--json]",
         "read a table that is in the case by what its columns mean; alone: print what they seem to mean",
         runMap,
         {"json", "preview"},
         {"mapping", "template", "save", "zone"},
         {},
         true},
        {"items", "CASE [--json]", "everything in the case, by time", runItems, {"json"}, {}, {}},
        {"sources",
         "CASE [--remove ID] [--json]",
         "the files that were taken in; --remove takes one out for good that came in by mistake",
         runSources,
         {"json"},
         {"remove"},
         {}},
        {"parties",
         "CASE [--offender ID...] [--self ID...] [--third ID...] [--json]",
         "say who is who",
         runParties,
         {"json"},
         {},
         {"offender", "self", "third"}},
        {"episodes",
         "CASE [--accept all|ID...] [--json]",
         "days of contact; accepted ones become incidents",
         runEpisodes,
         {"json"},
         {},
         {"accept"}},
        {"incidents",
         "CASE [--from-log SOURCE [--accept all|ROW...]] [--json]",
         "the rows of the log; --from-log: those of a log in a file of the case, accepted ones become "
         "incidents",
         runIncidents,
         {"json"},
         {"from-log"},
         {"accept"}},
        {"milestones",
         "CASE [--add KIND --date DATE [--time TIME] [--number J.NR]] [--json]",
         "steps that split the time line",
         runMilestones,
         {"json"},
         {"add", "date", "time", "number", "note"},
         {}},
        {"background",
         "CASE [--set TEXT]",
         "what stands between the parties, in the exposed person's words, for the log form",
         runBackground,
         {},
         {"set"},
         {}},
        {"protect",
         "CASE --term TERM --label LABEL",
         "what must never leave the case",
         runProtect,
         {},
         {"term", "label"},
         {}},
        {"report",
         "[CASE] --out F.pdf [--lang da|en] [--variant short|full|empty] [--for adviser|police] "
         "[--form NAME] [--order newest|oldest] [--conversations bubbles|table] [--context N] "
         "[--mail-headers short|full] [--reviewed] [--password-file FILE | --pdfa 2b|1b] "
         "[--max-size MB] [--json]",
         "the log form as PDF; locked, for an archive, or in parts of a size; empty: to be filled in by "
         "hand, without CASE too",
         runReport,
         {"json", "reviewed"},
         {"out", "lang", "variant", "for", "form", "order", "conversations", "context", "mail-headers",
          "password-file", "pdfa", "max-size"},
         {}},
        {"log",
         "CASE --out F.csv|F.json|F.docx [--lang da|en] [--for adviser|police] [--form NAME] "
         "[--order newest|oldest] [--json]",
         "the rows of the log, to go on working with",
         runLog,
         {"json"},
         {"out", "lang", "for", "form", "order"},
         {}},
        {"share",
         "CASE --out DIR|F.zip [--lang da|en] [--variant short|full] [--for adviser|police] "
         "[--form NAME] [--order newest|oldest] [--conversations bubbles|table] [--context N] "
         "[--mail-headers short|full] [--reviewed] [--password-file FILE | --pdfa 2b|1b] "
         "[--max-size MB] [--with-original NAME|SHA256...] [--without-originals] [--json]",
         "PDF, originals and manifest for an adviser; the password and the size are the PDF's alone",
         runShare,
         {"json", "without-originals", "reviewed"},
         {"out", "lang", "variant", "for", "form", "order", "conversations", "context", "mail-headers",
          "password-file", "pdfa", "max-size"},
         {"with-original"}},
        {"verify",
         "CASE|PACKAGE [--json]",
         "check everything against its hashes; of a case too damaged to be opened, name what is still good",
         runVerify,
         {"json"},
         {},
         {}},
        {"findings",
         "CASE [--seen] [--json]",
         "what openings found to be wrong, until --seen says that it was read",
         runFindings,
         {"json", "seen"},
         {},
         {}},
        {"copy",
         "CASE --out DIR [--json]",
         "save a copy, or bring an earlier one up to date, and check it",
         runCopy,
         {"json"},
         {"out"},
         {}},
        {"rescue",
         "CASE NEWCASE [--new-passphrase-file FILE] [--json]",
         "bring all that is readable of a damaged case into a new one, and list what is lost",
         runRescue,
         {"json"},
         {"new-passphrase-file"},
         {},
         true},
        {"passphrase",
         "CASE --new-passphrase-file FILE [--recovery-file FILE]",
         "give the case another passphrase, with the present one or the code of its recovery sheet",
         runPassphrase,
         {},
         {"new-passphrase-file", "recovery-file"},
         {}},
        {"recovery",
         "CASE --out SHEET.pdf | --withdraw",
         "make a recovery sheet to be printed, instead of an earlier one, or withdraw it",
         runRecovery,
         {"withdraw"},
         {"out"},
         {}},
        {"history",
         "CASE [--json] [--head HASH]",
         "who did what when; with --head, whether that hash (or its beginning) is in it",
         runHistory,
         {"json"},
         {"head"},
         {}},
        {"anchor",
         "CASE [--request F.tsq] [--reply F.tsr [--ca F.pem]] [--json]",
         "time stamps (RFC 3161) over the history, by file",
         runAnchor,
         {"json"},
         {"request", "reply", "ca"},
         {}},
        {"demo", "DIR [--lang da|en]", "make the sample case and its PDF", runDemo, {}, {"lang"}, {}},
    };
    return list;
}

void printUsage(std::ostream& out) {
    out << "logbog-cli COMMAND ... [--passphrase-file FILE]   (FILE \"-\": standard input)\n\n";
    for (const Command& command : commands())
        out << "  " << command.name << " " << command.usage << "\n      " << command.summary << "\n";
}

// The option for the passphrase may come before the command, as it does in many scripts.
std::vector<std::string> withCommandFirst(std::vector<std::string> words) {
    const std::string option = "--passphrase-file";
    std::ptrdiff_t count = 0;
    if (!words.empty() && words[0] == option) count = 2;
    if (!words.empty() && words[0].starts_with(option + "=")) count = 1;
    if (static_cast<std::ptrdiff_t>(words.size()) > count)
        std::rotate(words.begin(), words.begin() + count, words.begin() + count + 1);
    return words;
}

int run(const std::vector<std::string>& given) {
    const std::vector<std::string> words = withCommandFirst(given);
    if (words.empty() || words[0] == "help" || words[0] == "--help" || words[0] == "-h") {
        printUsage(words.empty() ? std::cerr : std::cout);
        return words.empty() ? 2 : 0;
    }
    const auto command = std::find_if(commands().begin(), commands().end(),
                                      [&](const Command& c) { return words[0] == c.name; });
    if (command == commands().end()) throw app::cli::UsageError("unknown command " + words[0]);
    std::vector<std::string> values = command->values;
    values.emplace_back("passphrase-file");
    const app::cli::Arguments arguments({words.begin() + 1, words.end()}, command->flags, values,
                                        command->lists);
    if (!command->takesMany && arguments.positional().size() > 1)
        throw app::cli::UsageError("one word too many: " + arguments.positional()[1]);
    return command->run(arguments);
}

} // namespace

int main(int argc, char** argv) {
    app::forbidCoreDumps();
    try {
        const int code = run({argv + 1, argv + argc});
        std::cout.flush();
        if (std::cout.good()) return code;
        std::cerr << "logbog-cli: the output could not be written\n";
        return 1;
    } catch (const app::cli::UsageError& error) {
        std::cerr << "logbog-cli: " << error.what() << "\n(logbog-cli help)\n";
        return 2;
    } catch (const core::base::Error& error) {
        std::cerr << "logbog-cli: " << core::base::codeName(error.code()) << ": " << error.what();
        if (!error.subject().empty()) std::cerr << " (" << error.subject() << ")";
        std::cerr << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "logbog-cli: " << error.what() << "\n";
        return 1;
    }
}
