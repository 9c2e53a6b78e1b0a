#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace moderato::widgets {

/// A calm page with a heading, a few sentences and buttons: what reader mode says between the items. GUI
/// thread.
class ReaderPane : public QWidget {
    Q_OBJECT
public:
    explicit ReaderPane(QWidget* parent = nullptr);

    /// Takes away the buttons that were there.
    void say(const QString& heading, const QString& text, const QString& small = {});
    /// The main one is what one most likely wants.
    enum class Weight { Main, Plain };
    void addButton(const QString& name, const QString& text, Weight weight, std::function<void()> run);

    QString text() const;

private:
    QLabel* heading_;
    QLabel* text_;
    QLabel* small_;
    QHBoxLayout* buttons_;
};

} // namespace moderato::widgets
