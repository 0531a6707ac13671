#pragma once

#include "server/web/wanted.h"
#include "templates/value.h"

namespace ctemplate {
class TemplateDictionary;
}

namespace web {

/// What a page's template sees of a tree of data. A value at a.b.c has the name "a__b__c"; members of a list's items
/// have the list's name before their own ("signers__name"), an item that is no map has "signers__item". For
///   a scalar that is there: its value, and the section of its name; truth shows the section alone;
///   what is missing (null, false, zero, empty): an empty value, and the section "no_a__b__c"; what is not in the tree
///   at all is missing too;
///   a list: its section once for each item, and once "any_signers" or "no_signers"; "signers__count".
/// Zero has its value "0" all the same. Sections "may_…" are there in lists' items too; any other section of the page
/// inside a list's has the page's values alone, not the item's. What `wanted`, the template, asks nothing about is left
/// out.
void fill(ctemplate::TemplateDictionary& dictionary, const templates::Value& data, const Wanted& wanted);

}  // namespace web
