#include "widgets/expressions/FaceFileWindow.h"

#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Theme.h"
#include "widgets/expressions/FaceRuleModel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

using interchange::ExpressionFormat;
using usecases::ExpressionAlignment;

namespace {

constexpr double microseconds = 1e6;

QString figure(double value, const QString& unit) {
    return value > 0 ? QStringLiteral("%1 %2").arg(Format::score(value, 2), unit) : Format::none();
}

QString count(qint64 value) {
    return value > 0 ? Format::number(value) : Format::none();
}

QString signedNumber(int value) {
    return value < 0 ? QChar(0x2212) + QString::number(-value)
                     : (value > 0 ? QStringLiteral("+") : QString()) + QString::number(value);
}

} // namespace

FaceFileWindow::FaceFileWindow(FaceFileServices services, FaceFileItem item, const QString& path,
                               std::function<QString(const QString&)> nameOf, QWidget* parent)
    : QDialog(parent)
    , services_(std::move(services))
    , item_(std::move(item))
    , path_(path)
    , nameOf_(std::move(nameOf))
    , message_(new MessageBar(this))
    , reader_(new QLineEdit(this))
    , format_(new QComboBox(this))
    , figures_(new QGridLayout)
    , verdict_(new QLabel(this))
    , rules_(new FaceRuleModel(this))
    , table_(new QTableView(this))
    , shipped_(new QPushButton(tr("As shipped"), this))
    , result_(new QLabel(this))
    , progress_(new QProgressBar(this))
    , take_(new QPushButton(tr("Take it"), this)) {
    setObjectName(QStringLiteral("faceFileWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Face file of a reader"));
    resize(scaled(860), scaled(640));
    build();
    connect(reader_, &QLineEdit::textChanged, this, &FaceFileWindow::showState);
    connect(format_, &QComboBox::activated, this, &FaceFileWindow::read);
    connect(rules_, &FaceRuleModel::ruleWritten, this, &FaceFileWindow::writeRule);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FaceFileWindow::showState);
    connect(shipped_, &QPushButton::clicked, this, [this] {
        if (const int row = table_->currentIndex().row(); rules_->has(row)) {
            writeRule(rules_->row(row).finding.feature, {});
        }
    });
    connect(take_, &QPushButton::clicked, this, &FaceFileWindow::take);
    read();
}

void FaceFileWindow::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(12);
    column->addWidget(message_);
    auto* title = new QLabel(item_.title);
    setRole(title, "head");
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    column->addWidget(title);

    reader_->setObjectName(QStringLiteral("faceReader"));
    reader_->setPlaceholderText(tr("a pseudonym, never a name"));
    reader_->setMaxLength(80);
    format_->setObjectName(QStringLiteral("faceFormat"));
    format_->addItem(tr("as the file's columns say"), -1);
    for (const ExpressionFormat format :
         {ExpressionFormat::OpenFace, ExpressionFormat::PyFeat, ExpressionFormat::MediaPipe,
          ExpressionFormat::Affdex, ExpressionFormat::Facet}) {
        format_->addItem(interchange::formatName(format), int(format));
    }
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* name = new QLabel(QFileInfo(path_).fileName());
    name->setToolTip(path_);
    name->setTextFormat(Qt::PlainText);
    form->addRow(tr("File"), name);
    form->addRow(tr("Reader"), reader_);
    form->addRow(tr("Program"), format_);
    column->addLayout(form);

    figures_->setHorizontalSpacing(3 * grid);
    figures_->setVerticalSpacing(2);
    figures_->setColumnStretch(6, 1);
    const QStringList heads{
        {}, tr("Frames a second"), tr("Frames"), tr("Duration"), tr("Dropped"), tr("Without a face")};
    for (int i = 0; i < heads.size(); ++i) {
        auto* head = new QLabel(heads[i]);
        setRole(head, "small");
        figures_->addWidget(head, 0, i, i > 0 ? Qt::AlignRight : Qt::AlignLeft);
    }
    for (int row = 1; row <= 2; ++row) {
        figures_->addWidget(new QLabel(row == 1 ? tr("File") : tr("Item")), row, 0);
        for (int i = 1; i < heads.size(); ++i) {
            values_.push_back(new QLabel(Format::none()));
            figures_->addWidget(values_.back(), row, i, Qt::AlignRight);
        }
    }
    column->addLayout(figures_);
    verdict_->setObjectName(QStringLiteral("faceVerdict"));
    verdict_->setWordWrap(true);
    column->addWidget(verdict_);

    auto* head = new QHBoxLayout;
    auto* heading = new QLabel(tr("How its signals become features"));
    setRole(heading, "strong");
    head->addWidget(heading, 1);
    shipped_->setToolTip(tr("Back to the rule that the program ships, for the chosen feature"));
    shipped_->setAutoDefault(false);
    head->addWidget(shipped_);
    column->addLayout(head);
    table_->setObjectName(QStringLiteral("faceRules"));
    table_->setAccessibleName(heading->text());
    table_->setModel(rules_);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(FaceRuleModel::Feature, QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(FaceRuleModel::Rule, QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(FaceRuleModel::Found, QHeaderView::Interactive);
    table_->horizontalHeader()->setSectionResizeMode(FaceRuleModel::Origin, QHeaderView::ResizeToContents);
    onScale(table_, [this] {
        table_->verticalHeader()->setDefaultSectionSize(scaled(28));
        table_->setColumnWidth(FaceRuleModel::Found, scaled(220));
    });
    column->addWidget(table_, 1);
    auto* hint =
        new QLabel(tr("A rule compares the file's signals, as AU12_r >= 1 or max(AU01, AU02) >= 0.5; "
                      "“none” where the program cannot tell. It is kept for imports to come."));
    setRole(hint, "small");
    hint->setWordWrap(true);
    column->addWidget(hint);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    take_->setObjectName(QStringLiteral("faceTake"));
    take_->setDefault(true);
    take_->setProperty("emphasis", "primary"); // pale while it cannot be pressed
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    buttons->addButton(take_, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(scaled(120));
    result_->setObjectName(QStringLiteral("faceResult"));
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(result_, 1);
    bottom->addWidget(progress_);
    bottom->addWidget(buttons);
    column->addLayout(bottom);
}

FaceFileServices::File FaceFileWindow::file() const {
    FaceFileServices::File file;
    file.path = path_;
    file.item = item_.id;
    file.reader = reader_->text().trimmed();
    if (const int format = format_->currentData().toInt(); format >= 0) {
        file.format = ExpressionFormat(format);
    }
    return file;
}

void FaceFileWindow::read() {
    isReading_ = true;
    showState();
    const quint64 wish = ++latest_;
    services_.examine(file()).then(this, [this, wish](const Result<FaceFileServices::Session>& examined) {
        if (wish == latest_) {
            showExamined(examined);
        }
    });
}

void FaceFileWindow::showExamined(const Result<FaceFileServices::Session>& examined) {
    isReading_ = false;
    if (!examined.ok()) {
        examined_.reset();
        rules_->setRows({});
        verdict_->clear();
        if (examined.error().isCancelled()) {
            message_->showMessage(MessageBar::Kind::Info, tr("Reading was stopped. Nothing was stored."),
                                  tr("Read again"), [this] { read(); });
        } else {
            message_->showError(examined.error());
        }
        showState();
        return;
    }
    examined_ = *examined;
    const usecases::ExpressionFindings& findings = examined_->findings;
    const auto own = services_.ownRules();
    const int row = table_->currentIndex().row();
    rules_->setFindings(findings, own.valueOr({}));
    table_->setCurrentIndex(rules_->index(std::max(0, row), FaceRuleModel::Rule));
    showAlignment(findings);
    if (!findings.problems.empty()) {
        const interchange::ReadProblem& first = findings.problems.front();
        message_->showMessage(MessageBar::Kind::Warning, tr("%n line(s) were passed over; line %1: %2",
                                                            nullptr, int(findings.problems.size()))
                                                             .arg(first.line)
                                                             .arg(first.reason));
    }
    showState();
}

void FaceFileWindow::showAlignment(const usecases::ExpressionFindings& findings) {
    const ExpressionAlignment& file = findings.alignment;
    const QStringList texts{figure(file.framesPerSecond, {}),
                            count(file.frames),
                            figure(double(file.duration.count()) / microseconds, tr("s")),
                            Format::number(file.droppedFrames),
                            Format::percent(findings.shareWithoutFace()),
                            figure(file.clip.framesPerSecond, {}),
                            count(file.clip.frames),
                            figure(double(file.clip.duration.count()) / microseconds, tr("s")),
                            {},
                            {}};
    for (std::size_t i = 0; i < values_.size(); ++i) {
        values_[i]->setText(texts[qsizetype(i)].trimmed());
    }
    verdict_->setText(file.sentences.join(QLatin1Char('\n')));
    setRole(verdict_, file.verdict == ExpressionAlignment::Verdict::Fits ? "success" : "danger");
}

void FaceFileWindow::showState() {
    const bool canTake = examined_ && !isReading_;
    progress_->setVisible(isReading_);
    take_->setEnabled(canTake && !reader_->text().trimmed().isEmpty());
    take_->setToolTip(canTake && reader_->text().trimmed().isEmpty() ? tr("Say first whose face it is")
                                                                     : QString());
    const bool fits =
        !examined_ || examined_->findings.alignment.verdict == ExpressionAlignment::Verdict::Fits;
    take_->setText(fits ? tr("Take it") : tr("Take it anyway"));
    const int row = table_->currentIndex().row();
    shipped_->setEnabled(canTake && rules_->has(row) && rules_->row(row).isOwn);
    result_->setText(isReading_ ? tr("Reading the file…")
                     : examined_
                         ? tr("Match result %1 with %2")
                               .arg(signedNumber(examined_->matchResult), nameOf_(examined_->category))
                         : QString());
}

void FaceFileWindow::writeRule(const QString& feature, const QString& rule) {
    const Status done = services_.setRule(examined_->findings.layout.format, feature, rule);
    if (!done.ok()) {
        message_->showError(done.error());
        return;
    }
    message_->clear();
    read();
}

void FaceFileWindow::take() {
    isReading_ = true;
    showState();
    const QString reader = reader_->text().trimmed();
    services_.store(file(), *examined_)
        .then(this, [this, reader](const Result<FaceFileServices::Session>& session) {
            isReading_ = false;
            if (session.ok()) {
                Q_EMIT stored(*session, reader);
                close();
                return;
            }
            message_->showError(session.error());
            showState();
        });
}

} // namespace moderato::widgets
