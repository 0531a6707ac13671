#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"

/// Files that several tests of signing/ start from.
namespace samples {

std::filesystem::path data();
base::Bytes bytesOf(const std::filesystem::path& path);

/// A moment at which everything made here is valid.
base::Instant noon();

/// Signed files of our own making, with the demonstration root (DER) that they lead to.
struct Signed {
    base::Bytes original{};
    std::vector<base::Bytes> versions{};  ///< with one signature, with two …
    base::Bytes root{};
    base::Bytes certificate{};  ///< of the last signer (DER)
};

/// tests/data/pdf/`pdf` signed in the given fields, one after another, each by a demonstration identity.
Signed signedSample(const std::string& pdf, const std::vector<std::string>& fields);

/// `file` and one revision more, in which `number` has another body.
base::Bytes withObject(const base::Bytes& file, int number, const std::string& body);

}  // namespace samples
