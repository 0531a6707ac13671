#include "server/http/returned_file.h"

#include <algorithm>

#include "base/error.h"
#include "server/http/multipart.h"
#include "server/http/query.h"
#include "server/http/tokens.h"
#include "server/limits.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

bool isForm(std::string_view type) {
    return sameWord(withoutPadding(type.substr(0, type.find(';'))), "multipart/form-data");
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

workflow::ReturnedFile returnedFile(const Request& request) {
    const std::string name = fileName(Query(request, {"name"}));
    const auto type = field(request, "content-type");
    workflow::ReturnedFile file =
        type && isForm(*type) ? formFile(request, *type) : workflow::ReturnedFile{name, request.body};
    if (file.bytes.empty()) throw Error(ErrorCode::data, say("pdf.not_pdf"));
    return file;
}

}  // namespace http
