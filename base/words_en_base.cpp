#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"bytes.not_hex", "The text is not hexadecimal."},
    {"file.missing", "The file “{0}” was not found."},
    {"file.not_regular", "“{0}” is not a regular file."},
    {"file.unreadable", "The file “{0}” cannot be read: {1}."},
    {"file.too_large", "The file “{0}” is too large: more than {1} B."},
    {"file.cannot_write", "“{0}” cannot be written: {1}."},
    {"reason.no_space", "no space left on the disk"},
    {"reason.quota", "the disk quota is used up"},
    {"reason.device", "device error"},
    {"reason.permission", "no permission"},
    {"reason.read_only", "only reading is possible here"},
    {"reason.missing", "no such file or folder"},
    {"reason.no_folder", "a part of the path is not a folder"},
    {"reason.is_folder", "there is a folder in this place"},
    {"reason.exists", "there is something in this place already"},
    {"reason.long_name", "the name is too long"},
    {"reason.too_big", "the file is too large"},
    {"reason.link", "the path leads through a link that is not allowed"},
    {"reason.open_files", "too many open files"},
    {"reason.busy", "the file is in use"},
    {"reason.other", "system error no. {0}"},
    {"place.line", "line {0}"},
    {"place.column", "column {0}"},
});

}  // namespace

std::span<const Word> baseWords() { return kWords; }

}  // namespace base::english
