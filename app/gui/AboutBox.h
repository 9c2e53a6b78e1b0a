#pragma once

#include <QDialog>

namespace moderato {

/// Version, licence, what it stands on, and where the library lies.
class AboutBox : public QDialog {
    Q_OBJECT
public:
    AboutBox(const QString& libraryFolder, const QString& arithmetic, QWidget* parent);
};

} // namespace moderato
