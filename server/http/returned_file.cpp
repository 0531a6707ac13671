#include "server/http/returned_file.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "server/http/body.h"
#include "server/http/file_answer.h"
#include "server/http/multipart.h"
#include "server/http/tokens.h"
#include "server/limits.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::array<std::string_view, 3> kScans{"application/pdf", "image/jpeg", "image/png"};

constexpr std::string_view kForm = "multipart/form-data";

bool isOfScans(std::string_view type) {
    return std::any_of(kScans.begin(), kScans.end(), [type](std::string_view scan) { return sameWord(type, scan); });
}

workflow::ReturnedFile formFile(const Request& request, std::string_view type) {
    const auto parts = readMultipart(type, request.body, {limits::kParts.value, limits::kBody.value});
    const auto isFile = [](const Part& part) { return part.isFile; };
    if (std::count_if(parts.begin(), parts.end(), isFile) != 1)
        throw Error(ErrorCode::usage, say("multipart.one_file"));
    const auto part = std::find_if(parts.begin(), parts.end(), isFile);
    return {part->fileName, part->content};
}

}  // namespace

bool isWhatItSays(const Request& request) {
    const std::string_view type = mediaType(request);
    return !isOfScans(type) || sameWord(type, mediaTypeOf(request.body));
}

bool maySayScan(const Request& request) {
    const std::string_view type = mediaType(request);
    return type.empty() || sameWord(type, kForm) || isOfScans(type) || sameWord(type, "application/octet-stream");
}

workflow::ReturnedFile returnedFile(const Request& request, const Query& query) {
    const std::string name = fileName(query);
    workflow::ReturnedFile file = isType(request, kForm)
                                      ? formFile(request, field(request, "content-type").value_or(""))
                                      : workflow::ReturnedFile{name, request.body};
    if (file.bytes.empty()) throw Error(ErrorCode::data, say("pdf.not_pdf"));
    return file;
}

}  // namespace http
