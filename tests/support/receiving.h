#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/documents.h"

namespace support {

/// An issued declaration and the partner whose files come back.
struct ReceivingTest : testing::Test {
    Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    domain::Signer partner = Documents::partnerOf(issued);
    base::Bytes original = office.files.get(issued.document.issuedSha256);

    std::vector<domain::Upload> uploads() { return office.rows.uploadsOf(issued.document.id); }
};

}  // namespace support
