#include "core/features/CompositionAttributes.h"

#include "core/features/private/Quotient.h"

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

using Kind = LayoutElement::Kind;

bool isPicture(const LayoutElement& element) {
    return element.kind == Kind::Picture || element.kind == Kind::Video;
}

double charactersOf(const LayoutElement& element) {
    return isPicture(element) ? 0 : double(std::max<qsizetype>(element.characters, 0));
}

double countOf(Layout layout, Kind kind) {
    return double(std::count_if(layout.begin(), layout.end(),
                                [kind](const LayoutElement& element) { return element.kind == kind; }));
}

/// Over the elements that `takes` says yes to.
template <class Takes> double sumOfCharacters(Layout layout, Takes takes) {
    double sum = 0;
    for (const LayoutElement& element : layout) {
        sum += takes(element) ? charactersOf(element) : 0;
    }
    return sum;
}

double allCharacters(Layout layout) {
    return sumOfCharacters(layout, [](const LayoutElement&) { return true; });
}

} // namespace

double elementShare(Layout layout, Kind kind) {
    return quotient(countOf(layout, kind), double(layout.size()));
}

double characterShare(Layout layout, Kind kind) {
    const double part =
        sumOfCharacters(layout, [kind](const LayoutElement& element) { return element.kind == kind; });
    return quotient(part, allCharacters(layout));
}

double meanParagraphLength(Layout layout) {
    const auto isParagraph = [](const LayoutElement& element) { return element.kind == Kind::Paragraph; };
    return quotient(sumOfCharacters(layout, isParagraph), countOf(layout, Kind::Paragraph));
}

double paragraphLengthDeviation(Layout layout) {
    const double mean = meanParagraphLength(layout);
    double squares = 0;
    for (const LayoutElement& element : layout) {
        const double off = charactersOf(element) - mean;
        squares += element.kind == Kind::Paragraph ? off * off : 0;
    }
    return std::sqrt(quotient(squares, countOf(layout, Kind::Paragraph)));
}

double leadLength(Layout layout) {
    const auto first = std::find_if(layout.begin(), layout.end(), [](const LayoutElement& element) {
        return element.kind == Kind::Paragraph;
    });
    return first == layout.end() ? unknown : charactersOf(*first);
}

double picturesPerThousandCharacters(Layout layout) {
    return quotient(double(std::count_if(layout.begin(), layout.end(), isPicture)) * 1000,
                    allCharacters(layout));
}

double alternation(Layout layout) {
    double turns = 0;
    for (std::size_t i = 1; i < layout.size(); ++i) {
        turns += isPicture(layout[i]) != isPicture(layout[i - 1]) ? 1 : 0;
    }
    return layout.size() < 2 ? unknown : turns / double(layout.size() - 1);
}

} // namespace moderato::features
