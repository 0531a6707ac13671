#pragma once

#include "base/bytes.h"

namespace workflow {

/// What a returned file is by its first octets and the marks of signature formats; nothing of it is parsed.
enum class ForeignFormat {
    none,  ///< a PDF, or nothing that we know
    xades,
    xml,   ///< without a signature
    asic,  ///< ETSI EN 319 162-1
    zip,
    cms,  ///< a detached or enveloping .p7s, .p7m
};

ForeignFormat foreignFormat(base::ByteView file);

/// Whether it begins as a JPEG or PNG.
bool isPicture(base::ByteView file);
bool isPdf(base::ByteView file);

}  // namespace workflow
