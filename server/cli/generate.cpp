#include <charconv>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "pdfgen/compose.h"
#include "server/cli/input.h"
#include "server/cli/template_input.h"
#include "server/cli/verb.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/issue.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;

/// SOURCE_DATE_EPOCH, else now.
base::Instant issueTime(const Console& console) {
    const auto text = console.environment("SOURCE_DATE_EPOCH");
    if (!text) return console.now();
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    constexpr std::int64_t kLatest = 253402300799;  // 9999-12-31T23:59:59Z
    if (failed != std::errc() || end != text->data() + text->size() || seconds < 0 || seconds > kLatest)
        throw Error(ErrorCode::usage, say("cli.bad_epoch", {*text}));
    return base::Instant(std::chrono::seconds(seconds));
}

domain::Office officeOf(const Options& options) {
    const auto file = options.find("--office");
    return file ? workflow::readOffice(base::readFile(*file, kLargestJson), *file) : domain::Office{};
}

std::vector<workflow::NamedTemplate> templatesOf(const Options& options, const domain::Office& office) {
    if (const auto named = options.find("--template")) return {templateOf(*named)};
    std::vector<workflow::NamedTemplate> all;
    for (const std::string& name : workflow::defaultTemplates(office)) all.push_back(templateOf(name));
    return all;
}

/// Composes the drafts and hands each file on; what cannot be composed is told and left out.
class Composing {
public:
    explicit Composing(Console& console) : console_(console) {}

    std::vector<base::Bytes> all(const std::vector<workflow::Draft>& drafts) {
        std::vector<base::Bytes> files;
        files.reserve(drafts.size());
        for (const workflow::Draft& draft : drafts) files.push_back(one(draft));
        return files;
    }
    /// Empty where it failed.
    base::Bytes one(const workflow::Draft& draft) {
        try {
            return composer_.compose(draft.document, draft.issue);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::data) throw;
            ++failed_;
            print(console_.err, say("cli.not_composed", {draft.fileName}));
            for (const base::Fault& fault : error.faults()) console_.err << base::text(fault) << '\n';
            if (error.faults().empty()) print(console_.err, error.message());
            return {};
        }
    }
    std::size_t failed() const { return failed_; }

private:
    Console& console_;
    pdfgen::Composer composer_{};
    std::size_t failed_ = 0;
};

std::vector<workflow::Draft> draftsOf(const workflow::IssueRequest& request, const Options& options, Console& console) {
    try {
        std::vector<base::Message> notices;
        std::vector<workflow::Draft> drafts = workflow::draftDocuments(request, notices);
        for (const base::Message& notice : notices) print(console.err, notice);
        return drafts;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::data && !options.has("--office")) print(console.err, say("cli.no_office"));
        throw;
    }
}

base::Message written(const fs::path& file, base::ByteView bytes) {
    std::error_code absent;
    const bool isThere = fs::exists(file, absent);
    base::writeFile(file, bytes, base::Durability::flushed);
    return isThere ? say("cli.replaced", {file.string()}) : say("cli.written", {file.string()});
}

int generate(const Options& options, Console& console) {
    expectOperands(options, 0, 0);
    const fs::path out = options.get("--out");
    const domain::Meeting meeting = readMeetingFile(options.get("--meeting"), options, console.err);
    const domain::Office office = officeOf(options);
    const workflow::IssueRequest request{meeting, office, templatesOf(options, office), issueTime(console), {}};
    const std::vector<workflow::Draft> drafts = draftsOf(request, options, console);
    for (const workflow::Draft& draft : drafts) expectNotSigned(out / draft.fileName);
    Composing composing(console);
    std::vector<base::Bytes> files;
    if (options.has("--all-or-nothing")) {
        files = composing.all(drafts);
        if (composing.failed() > 0) return 65;
    }
    base::makeFolder(out);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const base::Bytes file = files.empty() ? composing.one(drafts[i]) : std::move(files[i]);
        if (file.empty()) continue;
        print(console.out, written(out / drafts[i].fileName, file));
    }
    base::syncFolder(out);
    print(console.out, say("cli.made_count", {std::to_string(drafts.size() - composing.failed())}));
    return composing.failed() > 0 ? 65 : 0;
}

}  // namespace

Verb generateVerb() {
    return {
        "generate",
        say("cli.help_generate"),
        {{"--meeting"}, {"--office"}, {"--partners"}, {"--template"}, {"--out"}, {"--all-or-nothing", Takes::nothing}},
        generate};
}

}  // namespace cli
