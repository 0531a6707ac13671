#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "base/utf8.h"
#include "server/cli/data.h"
#include "server/cli/demo_meeting.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "server/report/control_pack.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;
using domain::Record;

constexpr const char* kMarker = ".akces-demo";

/// Made beside its place under another name, and put there when all is done; what a demonstration made before is
/// replaced then.
class DemoFolder {
public:
    explicit DemoFolder(const fs::path& out) : out_(fs::absolute(out / "").lexically_normal().parent_path()) {
        std::error_code absent;
        if (fs::symlink_status(out_, absent).type() != fs::file_type::not_found &&
            !fs::is_regular_file(out_ / kMarker, absent))
            throw Error(ErrorCode::cannotWrite, say("demo.foreign_folder", {out.string()}));
        path_ = base::makeUnfinishedFolder(out_, base::Access::asUsual);
        base::writeFile(path_ / kMarker, base::text(say("demo.marker")) + '\n');
    }
    DemoFolder(const DemoFolder&) = delete;
    DemoFolder& operator=(const DemoFolder&) = delete;
    ~DemoFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }
    void finish() {
        base::removeAll(out_);
        std::error_code failed;
        fs::rename(path_, out_, failed);
        if (failed)
            throw Error(ErrorCode::cannotWrite,
                        say("file.cannot_write", {out_.string(), base::systemReason(failed.value())}));
    }

private:
    fs::path out_;
    fs::path path_{};
};

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t length = base::codePoints(text).size();
    return text + std::string(length < width ? width - length : 0, ' ');
}

void printRecord(const Record& record, std::size_t width, std::ostream& out) {
    const std::string count = std::to_string(record.signatures.size());
    const base::Message result = record.signatures.empty()          ? say("demo.for_ink")
                                 : record.verdict == "TOTAL-PASSED" ? say("demo.verified", {count})
                                                                    : say("demo.not_verified", {count, record.verdict});
    out << "  " << padded(record.fileName, width) << base::text(result) << '\n';
}

/// What the demonstration promises: all signatures there and verified. The exit code.
int judged(const std::vector<Record>& records) {
    std::size_t signatures = 0, verified = 0;
    for (const Record& record : records)
        for (const auto& one : record.signatures) {
            ++signatures;
            if (one.intact && one.demonstration && one.indication == "TOTAL-PASSED") ++verified;
        }
    constexpr std::size_t kSignatures = 35;
    return signatures == kSignatures && verified == kSignatures ? 0 : 1;
}

void printTable(const std::vector<Record>& records, std::ostream& out) {
    std::size_t width = 0;
    for (const Record& record : records) width = std::max(width, record.fileName.size() + 2);
    for (const Record& record : records) printRecord(record, width, out);
}

void printSums(workflow::Store& store, std::ostream& out) {
    for (const report::Indicator& one : report::indicatorsOf(store))
        if (one.meetingId.empty() && one.grade != say("report.in_archive"))
            out << "  " << padded(base::text(one.name) + ", " + base::text(one.grade), 88) << one.count << '\n';
}

class Demo {
public:
    Demo(const fs::path& folder, base::Instant at, std::ostream& out) : folder_(folder), at_(at), out_(out) {}

    int run() {
        signing::TrustAnchors anchors;
        const auto issuer = makeTrust(anchors);
        Data data(folder_ / "data");
        Demonstration demonstration{folder_, data, *issuer, anchors, at_};
        std::vector<DemoMeeting> meetings;
        for (const service::Sample& sample : service::samples()) meetings.emplace_back(sample, demonstration).issue();
        base::writeFile(folder_ / "report-before.csv", report::csvOf(data.store));
        std::vector<Record> all;
        for (DemoMeeting& meeting : meetings) {
            meeting.sign();
            print(out_, say("demo.meeting", {meeting.meeting().id}));
            const std::vector<Record> records = meeting.archive();
            printTable(records, out_);
            all.insert(all.end(), records.begin(), records.end());
        }
        base::writeFile(folder_ / "report.csv", report::csvOf(data.store));
        base::writeFile(folder_ / "report.zip", report::controlPack(data.store, data.archive, at_).zip);
        print(out_, say("demo.sums"));
        printSums(data.store, out_);
        return judged(all);
    }

private:
    std::unique_ptr<signing::DemonstrationIssuer> makeTrust(signing::TrustAnchors& anchors) const {
        auto issuer = std::make_unique<signing::DemonstrationIssuer>(at_);
        base::makeFolder(folder_ / "trust");
        base::writeFile(folder_ / "trust" / "urzad-pokazowy.crt", issuer->rootPem());
        anchors.add(issuer->rootDer());
        return issuer;
    }

    fs::path folder_;
    base::Instant at_;
    std::ostream& out_;
};

int demo(const Options& options, Console& console) {
    expectOperands(options, 0, 0);
    const fs::path out = options.find("--out").value_or("demo");
    if (out.empty()) throw Error(ErrorCode::usage, say("cli.value_missing", {"--out"}));
    DemoFolder folder(out);
    const int code = Demo(folder.path(), console.now(), console.out).run();
    folder.finish();
    print(console.out, say("demo.done", {out.string()}));
    if (code != 0) print(console.err, say("demo.failed"));
    return code;
}

}  // namespace

Verb demoVerb() { return {"demo", say("cli.help_demo"), {{"--out"}}, demo}; }

}  // namespace cli
