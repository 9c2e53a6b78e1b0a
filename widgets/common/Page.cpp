#include "widgets/common/Page.h"

namespace moderato::widgets {

Page::Page(const QString& id, const QString& title, const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , id_(id)
    , title_(title)
    , iconName_(iconName) {
    setObjectName(QStringLiteral("page.%1").arg(id));
}

bool Page::showItem(domain::ContentId) {
    return false;
}

bool Page::search(const QString&) {
    return false;
}

} // namespace moderato::widgets
