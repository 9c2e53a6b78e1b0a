#include "widgets/expressions/ReaderPane.h"

#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {
constexpr int measure = 640;
} // namespace

ReaderPane::ReaderPane(QWidget* parent)
    : QWidget(parent)
    , heading_(new QLabel(this))
    , text_(new QLabel(this))
    , small_(new QLabel(this))
    , buttons_(new QHBoxLayout) {
    setRole(heading_, "title");
    setRole(small_, "small");
    auto* page = new QWidget(this);
    onScale(page, [page] { page->setMaximumWidth(scaled(measure)); });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    column->setSpacing(2 * grid);
    column->addStretch(2);
    for (QLabel* label : {heading_, text_, small_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    buttons_->setSpacing(grid);
    column->addLayout(buttons_);
    column->addStretch(3);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);
}

void ReaderPane::say(const QString& heading, const QString& text, const QString& small) {
    heading_->setText(heading);
    text_->setText(text);
    text_->setVisible(!text.isEmpty());
    small_->setText(small);
    small_->setVisible(!small.isEmpty());
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater();
        }
        delete item;
    }
    buttons_->addStretch(1);
}

void ReaderPane::addButton(const QString& name, const QString& text, Weight weight,
                           std::function<void()> run) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    if (weight == Weight::Main) {
        button->setProperty("emphasis", "primary");
    }
    connect(button, &QPushButton::clicked, this, std::move(run));
    buttons_->insertWidget(buttons_->count() - 1, button);
}

QString ReaderPane::text() const {
    return QStringList{heading_->text(), text_->text(), small_->text()}.join(QLatin1Char('\n'));
}

} // namespace moderato::widgets
