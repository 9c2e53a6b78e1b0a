#include "app/gui/AboutBox.h"

#include "widgets/common/Theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace moderato {

using namespace widgets;

AboutBox::AboutBox(const QString& libraryFolder, const QString& arithmetic, QWidget* parent)
    : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Moderato"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(grid);
    const auto add = [this, column](const QString& text, const char* role) {
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setRole(label, role);
        column->addWidget(label);
    };
    add(QStringLiteral("Moderato %1").arg(QCoreApplication::applicationVersion()), "title");
    add(tr("A workstation for moderating and labelling content, with models that learn from your decisions."),
        "strong");
    add(tr("Library: %1").arg(libraryFolder), "muted");
    if (!arithmetic.isEmpty()) {
        add(arithmetic, "muted");
    }
    add(tr("Free software under the GNU General Public License, version 3 or later. Built with Qt %1, "
           "LibTorch, FFmpeg, mpv, SQLite and ICU; "
           "icons by Lucide (ISC).")
            .arg(QLatin1String(qVersion())),
        "muted");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(scaled(460), scaled(280));
}

} // namespace moderato
