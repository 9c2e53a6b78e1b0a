#pragma once

#include "core/interchange/FeatureRule.h"

namespace moderato::interchange {

struct FeatureRule::Node {
    enum class Kind {
        Number,
        Signal,
        Add,
        Subtract,
        Multiply,
        Max,
        Min,
        Mean,
        AtLeast,
        Above,
        AtMost,
        Below,
        And,
        Or,
        Not
    };

    Kind kind = Kind::Number;
    double number = 0; ///< Of Kind::Number.
    int signal = -1;   ///< Of Kind::Signal: its place among the signals used.
    std::vector<Node> parts;

    /// Whether it is true or false rather than a number.
    bool isCondition() const { return kind >= Kind::AtLeast; }
};

/// Reads a rule by recursive descent; nesting is bounded.
class RuleParser {
public:
    RuleParser(QString text, QStringList signalNames)
        : text_(std::move(text))
        , signalNames_(std::move(signalNames)) {}

    Result<FeatureRule::Node> parse();
    const QStringList& used() const { return used_; }

private:
    using Node = FeatureRule::Node;

    Node either();     ///< a or b
    Node both();       ///< a and b
    Node negation();   ///< not a
    Node comparison(); ///< x >= y
    Node sum();
    Node product();
    Node primary();
    Node named(const QString& name);
    Node call(Node::Kind kind);

    void skipSpace();
    bool takeText(const QString& text);
    bool takeWord(const QString& word);
    QString word();
    Node number();
    void expect(const QString& text);
    void fail(const QString& reason);
    Node want(Node node, bool condition);

    const QString text_;
    const QStringList signalNames_;
    QStringList used_;
    qsizetype pos_ = 0;
    int depth_ = 0;
    QString error_;
};

} // namespace moderato::interchange
