#pragma once

/// QPDF's headers for this folder. QPDF 11.3's JSON.hh does not
/// compile under clang in C++20 (upstream #942): its guard is set first, and what others need of it declared.
#define JSON_HH
class JSON;

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjGen.hh>
#include <qpdf/QPDFObjectHandle.hh>
