#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace moderato {

/// Where one is, "library · page", and the search field with its key.
class TopBar : public QFrame {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    void setPlace(const QString& library, const QString& page);
    void setSearchKey(const QString& key);
    void focusSearch();
    QLineEdit& search() { return *search_; }

Q_SIGNALS:
    void typed(const QString& text);
    /// Return: search now, wherever one is.
    void submitted(const QString& text);
    /// Escape or Down: back to the page.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* library_;
    QLabel* page_;
    QLineEdit* search_;
};

} // namespace moderato
