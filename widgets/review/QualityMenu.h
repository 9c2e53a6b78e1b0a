#pragma once

#include "core/usecases/ItemReader.h"

#include <QMenu>

#include <optional>

namespace moderato::widgets {

/// An expert's own labels of an item (S1.3): a task a submenu, with a tick at what stands. By keyboard: the
/// task's number, then its letter.
class QualityMenu : public QMenu {
    Q_OBJECT
public:
    explicit QualityMenu(const usecases::ItemView& item, QWidget* parent = nullptr);

Q_SIGNALS:
    /// `positive`: nothing takes the expert's label back.
    void judged(const QString& task, std::optional<bool> positive);
};

} // namespace moderato::widgets
