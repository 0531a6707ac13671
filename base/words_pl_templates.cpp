#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"template.bad_path", "„{0}” nie jest poprawną nazwą pola."},
    {"template.unknown_filter", "Nieznany filtr „{0}”."},
    {"template.filter_arguments", "Filtr „{0}” ma niewłaściwą liczbę argumentów."},
    {"template.unclosed", "Po „{{” brakuje „}}”."},
    {"template.unknown_element", "Nieznany element „{0}”."},
    {"template.misplaced", "Element „{0}” nie może stać w elemencie „{1}”."},
    {"template.text_here", "W elemencie „{0}” nie może stać tekst."},
    {"template.outside_loop", "Pole „{0}” ma znaczenie tylko w elemencie „for”."},
    {"template.unknown_attribute", "Nieznany atrybut „{0}” elementu „{1}”."},
    {"template.missing_attribute", "Brakuje atrybutu „{0}” elementu „{1}”."},
    {"template.bad_value", "Niewłaściwa wartość atrybutu „{0}” elementu „{1}”: „{2}”."},
    {"template.level_jumps", "Nagłówek poziomu {0} następuje po poziomie {1}; poziomów nie można pomijać."},
    {"template.no_expression", "Atrybut „{0}” elementu „{1}” nie może zawierać pola „{{ … }}”."},
    {"template.attribute_twice", "Atrybut „{0}” elementu „{1}” występuje więcej niż raz."},
    {"template.open_quote", "Po znaku „\"” brakuje drugiego."},
    {"template.bad_reference", "Niedozwolony zapis znaku „{0}”; znak „&” zapisuje się jako „&amp;”."},
    {"template.control_character", "Wzór zawiera niedozwolony znak sterujący."},
    {"template.loop_form", "Element „for” wymaga albo „each” i „as”, albo „times”."},
    {"template.condition_form", "Element „if” wymaga dokładnie jednego z atrybutów „has”, „any”, „missing”."},
    {"template.field_twice", "Pole podpisu „{0}” występuje więcej niż raz."},
    {"template.no_root", "Wzór musi zaczynać się elementem „template”."},
    {"template.two_roots", "Wzór może mieć tylko jeden element główny."},
    {"template.not_utf8", "Wzór nie jest zapisany w UTF-8."},
    {"template.doctype", "Deklaracja DOCTYPE jest niedozwolona."},
    {"template.too_deep", "Elementy są zagnieżdżone głębiej niż {0} poziomy."},
    {"template.too_large", "Wzór jest za duży."},
    {"template.malformed", "Wzór nie jest poprawnym dokumentem XML."},
    {"template.unknown_include", "Nie ma wzoru „{0}”, który można by włączyć."},
    {"template.include_cycle", "Wzór „{0}” włącza sam siebie."},
    {"template.faults", "Wzór „{0}” zawiera błędy."},
    {"bind.faults", "Danych nie można wstawić do wzoru."},
    {"bind.missing", "Brakuje pola „{0}”."},
    {"bind.no_text", "Pole „{0}” nie jest tekstem ani liczbą."},
    {"bind.no_list", "Pole „{0}” nie jest listą."},
    {"bind.cell_count", "Liczba komórek wiersza różni się od liczby kolumn."},
    {"bind.not_utf8", "Pole „{0}” nie jest zapisane w UTF-8."},
    {"bind.too_long", "Powtórzeń w dokumencie jest za dużo."},
    {"bind.no_title", "Tytuł dokumentu jest pusty."},
    {"bind.field_name", "Nazwa pola podpisu „{0}” jest pusta albo zawiera kropkę."},
    {"filter.wants_text", "Filtr „{0}” wymaga tekstu."},
    {"filter.wants_number", "Filtr „{0}” wymaga liczby całkowitej."},
    {"filter.wants_list", "Filtr „{0}” wymaga listy."},
    {"filter.no_date", "„{0}” nie jest datą w postaci RRRR-MM-DD."},
});

}  // namespace

std::span<const Word> templatesWords() { return kWords; }

}  // namespace base::polish
