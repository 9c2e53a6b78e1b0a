#pragma once

#include <QString>
#include <QStringList>

namespace moderato::usecases {

/// Says that somebody is signed in at this machine, for as long as this object lives: a file a process, named
/// after nothing but a number, with the person's name in it, locked, so that it counts no longer than the
/// process lives. Reader mode looks at them, because it never watches people at work. Windows of the same
/// account of the system see each other. Where the folder cannot be written, nobody is seen: `isSeen` says
/// so.
class AtWork {
public:
    explicit AtWork(const QString& person, const QString& folder = defaultFolder());
    ~AtWork();
    AtWork(const AtWork&) = delete;
    AtWork& operator=(const AtWork&) = delete;

    void rename(const QString& person);
    bool isSeen() const { return file_ >= 0; }

    /// Who is signed in now, in any process; files of processes that are gone are taken away.
    static QStringList people(const QString& folder = defaultFolder());
    /// Below the account's folder for what belongs to a log-in.
    static QString defaultFolder();

private:
    QString path_;
    int file_ = -1;
};

} // namespace moderato::usecases
