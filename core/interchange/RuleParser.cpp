#include "core/interchange/private/RuleParser.h"

#include "core/interchange/private/Import.h"

#include <cmath>

namespace moderato::interchange {

namespace {

constexpr qsizetype longestRule = 1000;
constexpr int deepest = 50;

bool isWordStart(QChar c) {
    return c.isLetter() || c == u'_';
}

} // namespace

using Node = FeatureRule::Node;

Result<Node> RuleParser::parse() {
    if (text_.size() > longestRule) {
        return Error::invalid(Import::tr("The rule is longer than %1 characters.").arg(longestRule));
    }
    Node root = want(either(), true);
    skipSpace();
    if (pos_ < text_.size()) {
        fail(Import::tr("“%1” is not understood here").arg(text_.mid(pos_, 20)));
    }
    if (!error_.isEmpty()) {
        return Error::invalid(error_);
    }
    return root;
}

/// The first thing that is wrong counts; the rest follows from it.
void RuleParser::fail(const QString& reason) {
    if (error_.isEmpty()) {
        error_ = Import::tr("The rule is wrong at character %1: %2.").arg(pos_ + 1).arg(reason);
    }
}

Node RuleParser::want(Node node, bool condition) {
    if (node.isCondition() != condition) {
        fail(condition ? Import::tr("a comparison such as AU12 >= 0.5 is missing")
                       : Import::tr("a comparison stands where a number must be"));
    }
    return node;
}

void RuleParser::skipSpace() {
    while (pos_ < text_.size() && text_[pos_].isSpace()) {
        ++pos_;
    }
}

bool RuleParser::takeText(const QString& text) {
    skipSpace();
    if (!QStringView(text_).mid(pos_).startsWith(text)) {
        return false;
    }
    pos_ += text.size();
    return true;
}

bool RuleParser::takeWord(const QString& wanted) {
    const qsizetype before = pos_;
    if (word().compare(wanted, Qt::CaseInsensitive) == 0) {
        return true;
    }
    pos_ = before;
    return false;
}

QString RuleParser::word() {
    skipSpace();
    const qsizetype begin = pos_;
    while (pos_ < text_.size() && (isWordStart(text_[pos_]) || (pos_ > begin && text_[pos_].isDigit()))) {
        ++pos_;
    }
    return text_.mid(begin, pos_ - begin);
}

void RuleParser::expect(const QString& text) {
    if (!takeText(text)) {
        fail(Import::tr("“%1” is missing").arg(text));
    }
}

Node RuleParser::either() {
    Node left = both();
    while (error_.isEmpty() && takeWord("or")) {
        std::vector<Node> parts{want(std::move(left), true), want(both(), true)};
        left = {Node::Kind::Or, 0, -1, std::move(parts)};
    }
    return left;
}

Node RuleParser::both() {
    Node left = negation();
    while (error_.isEmpty() && takeWord("and")) {
        std::vector<Node> parts{want(std::move(left), true), want(negation(), true)};
        left = {Node::Kind::And, 0, -1, std::move(parts)};
    }
    return left;
}

Node RuleParser::negation() {
    int nots = 0;
    while (takeWord("not")) {
        ++nots;
    }
    Node node = comparison();
    return nots % 2 == 1 ? Node{Node::Kind::Not, 0, -1, {want(std::move(node), true)}} : node;
}

Node RuleParser::comparison() {
    Node left = sum();
    const std::pair<const char*, Node::Kind> comparisons[] = {{">=", Node::Kind::AtLeast},
                                                              {"<=", Node::Kind::AtMost},
                                                              {">", Node::Kind::Above},
                                                              {"<", Node::Kind::Below}};
    for (const auto& [sign, kind] : comparisons) {
        if (takeText(QLatin1String(sign))) {
            std::vector<Node> parts{want(std::move(left), false), want(sum(), false)};
            return {kind, 0, -1, std::move(parts)};
        }
    }
    return left;
}

Node RuleParser::sum() {
    Node left = product();
    while (error_.isEmpty()) {
        const bool plus = takeText("+");
        if (!plus && !takeText("-")) {
            break;
        }
        std::vector<Node> parts{want(std::move(left), false), want(product(), false)};
        left = {plus ? Node::Kind::Add : Node::Kind::Subtract, 0, -1, std::move(parts)};
    }
    return left;
}

Node RuleParser::product() {
    Node left = primary();
    while (error_.isEmpty() && takeText("*")) {
        std::vector<Node> parts{want(std::move(left), false), want(primary(), false)};
        left = {Node::Kind::Multiply, 0, -1, std::move(parts)};
    }
    return left;
}

Node RuleParser::primary() {
    if (!error_.isEmpty()) {
        return {};
    }
    if (++depth_ > deepest) {
        fail(Import::tr("it is nested too deeply"));
        return {};
    }
    Node node;
    skipSpace();
    if (takeText("(")) {
        node = either();
        expect(")");
    } else if (const QString name = word(); !name.isEmpty()) {
        node = named(name);
    } else {
        node = number();
    }
    --depth_;
    return node;
}

Node RuleParser::number() {
    const qsizetype begin = pos_;
    if (pos_ < text_.size() && text_[pos_] == u'-') {
        ++pos_;
    }
    while (pos_ < text_.size() && (text_[pos_].isDigit() || text_[pos_] == u'.')) {
        ++pos_;
    }
    bool good = false;
    const double value = QStringView(text_).mid(begin, pos_ - begin).toDouble(&good);
    if (!good || !std::isfinite(value)) {
        pos_ = begin;
        fail(Import::tr("a number or a signal is missing"));
        return {};
    }
    return {Node::Kind::Number, value, -1, {}};
}

Node RuleParser::named(const QString& name) {
    const std::pair<const char*, Node::Kind> functions[] = {
        {"max", Node::Kind::Max}, {"min", Node::Kind::Min}, {"mean", Node::Kind::Mean}};
    for (const auto& [function, kind] : functions) {
        if (name == QLatin1String(function)) {
            return call(kind);
        }
    }
    if (!signalNames_.contains(name)) {
        pos_ -= name.size();
        fail(Import::tr("“%1” is no signal of this format").arg(name.left(60)));
        return {};
    }
    if (!used_.contains(name)) {
        used_ << name;
    }
    return {Node::Kind::Signal, 0, int(used_.indexOf(name)), {}};
}

Node RuleParser::call(Node::Kind kind) {
    Node node{kind, 0, -1, {}};
    expect("(");
    do {
        node.parts.push_back(want(sum(), false));
    } while (error_.isEmpty() && takeText(","));
    expect(")");
    return node;
}

} // namespace moderato::interchange
