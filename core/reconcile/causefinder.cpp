// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/causefinder.h"

#include "core/domain/timetext.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace Gapline {
namespace {

/// What is known of a group of events: a type, an execution.
struct Silence
{
    qint64 missed = 0;
    qint64 strays = 0;
    qint64 seen = 0; ///< Events with any row.
    std::optional<EpochMs> from; ///< First missed event.

    [[nodiscard]] bool isSilent() const { return missed > 0 && seen == 0 && strays > 0; }

    void add(const TimedEvent &event, bool hasRows)
    {
        seen += hasRows;
        if (event.verdict != Verdict::Missed)
            return;
        ++missed;
        strays += event.isStray;
        from = from ? std::min(*from, event.t) : event.t;
    }
};

class CauseSearch
{
public:
    CauseSearch(const std::vector<TimedEvent> &timeline,
                const ReconcileInput &input,
                const Reconciliation &result)
        : m_timeline(timeline)
        , m_input(input)
        , m_result(result)
        , m_executions(input.executions.size())
        , m_isExplained(input.executions.size(), false)
    { }

    std::vector<Cause> run()
    {
        for (const TimedEvent &event : m_timeline) {
            if (!event.isSentAgain)
                m_executions[event.execution].add(event, hasRows(event));
        }
        findVersions();
        findExecutions();
        findTypes();
        findSignatures();
        return std::move(m_causes);
    }

private:
    bool hasRows(const TimedEvent &event) const
    {
        return m_result.executions[event.execution].events[event.event].rowCount > 0;
    }

    struct Version
    {
        std::vector<size_t> executions;
        bool hasDeliveries = false;
        bool hasStrays = false;
    };

    void findVersions()
    {
        QMap<QString, QMap<qint64, Version>> definitions;
        for (size_t i = 0; i < m_input.executions.size(); ++i) {
            const ReconcileExecution &execution = m_input.executions[i];
            const Silence &silence = m_executions[i];
            if (!execution.definitionVersion || (silence.missed == 0 && silence.seen == 0))
                continue;
            Version &version =
                definitions[execution.definitionId.text()][*execution.definitionVersion];
            version.executions.push_back(i);
            version.hasDeliveries = version.hasDeliveries || silence.seen > 0;
            version.hasStrays = version.hasStrays || silence.isSilent();
        }
        for (auto it = definitions.cbegin(); it != definitions.cend(); ++it)
            findSilentVersions(it.key(), it.value());
    }

    void findSilentVersions(const QString &definition, const QMap<qint64, Version> &versions)
    {
        Cause cause{Cause::Kind::VersionWithoutDeliveries, definition};
        std::vector<size_t> executions;
        bool hasStrays = false;
        bool hasEarlierDeliveries = false;
        // From the newest version down to the first one that had deliveries.
        for (auto it = versions.cend(); it != versions.cbegin();) {
            --it;
            if (it->hasDeliveries) {
                hasEarlierDeliveries = true;
                break;
            }
            cause.fromVersion = it.key();
            hasStrays = hasStrays || it->hasStrays;
            executions.insert(executions.end(), it->executions.begin(), it->executions.end());
        }
        // One silent run of a definition without an earlier version says more about the run.
        if (!hasStrays || (!hasEarlierDeliveries && executions.size() < 2))
            return;
        for (const size_t i : executions) {
            m_isExplained[i] = true;
            cause.count += m_executions[i].missed;
            if (m_executions[i].from)
                cause.from = cause.from ? std::min(*cause.from, *m_executions[i].from)
                                        : m_executions[i].from;
        }
        cause.executions = qint64(executions.size());
        cause.hasEarlierDeliveries = hasEarlierDeliveries;
        m_causes.push_back(cause);
    }

    void findExecutions()
    {
        for (size_t i = 0; i < m_executions.size(); ++i) {
            const Silence &silence = m_executions[i];
            if (m_isExplained[i] || !silence.isSilent())
                continue;
            m_isExplained[i] = true;
            const QString id = m_input.executions[i].stream->executionId().text();
            m_causes.push_back(
                {Cause::Kind::ExecutionWithoutDeliveries, id, {}, silence.from, silence.missed});
        }
    }

    void findTypes()
    {
        QMap<QByteArray, Silence> types;
        for (const TimedEvent &event : m_timeline) {
            if (m_isExplained[event.execution] || event.isSentAgain)
                continue;
            const EventStream &stream = *m_input.executions[event.execution].stream;
            types[stream.typeAt(qsizetype(event.event))].add(event, hasRows(event));
        }
        for (auto it = types.cbegin(); it != types.cend(); ++it) {
            constexpr qint64 kFewest = 2;
            if (!it->isSilent() || it->strays < kFewest)
                continue;
            m_causes.push_back({Cause::Kind::TypeNeverDelivered,
                                QString::fromUtf8(it.key()),
                                {},
                                it->from,
                                it->missed});
        }
    }

    void findSignatures()
    {
        const DeliveryTable &rows = *m_input.deliveries;
        std::optional<EpochMs> lastValid;
        bool hasValid = false;
        for (qsizetype row = 0; row < rows.count(); ++row) {
            if (rows.signatureAt(row) != SignatureVerdict::Valid)
                continue;
            hasValid = true;
            if (const auto at = rows.receivedAt(row))
                lastValid = lastValid ? std::max(*lastValid, *at) : at;
        }
        Cause cause{Cause::Kind::SignaturesInvalid, {}};
        for (qsizetype row = 0; row < rows.count(); ++row) {
            const bool isInvalid = rows.signatureAt(row) == SignatureVerdict::Invalid
                && !rows.documentedReceiverAccepts(row);
            const auto at = rows.receivedAt(row);
            if (!isInvalid || (hasValid && (!at || !lastValid || *at <= *lastValid)))
                continue;
            ++cause.count;
            if (at)
                cause.from = cause.from ? std::min(*cause.from, *at) : at;
        }
        constexpr qint64 kFewest = 2;
        if (cause.count < kFewest)
            return;
        cause.lastValid = lastValid;
        m_causes.push_back(cause);
    }

    const std::vector<TimedEvent> &m_timeline;
    const ReconcileInput &m_input;
    const Reconciliation &m_result;
    std::vector<Silence> m_executions;
    std::vector<bool> m_isExplained;
    std::vector<Cause> m_causes;
};

} // namespace

QLatin1String causeName(Cause::Kind kind)
{
    switch (kind) {
    case Cause::Kind::TypeNeverDelivered:
        return QLatin1String("type-never-delivered");
    case Cause::Kind::VersionWithoutDeliveries:
        return QLatin1String("version-without-deliveries");
    case Cause::Kind::ExecutionWithoutDeliveries:
        return QLatin1String("execution-without-deliveries");
    case Cause::Kind::SignaturesInvalid:
        break;
    }
    return QLatin1String("signatures-invalid");
}

QString evidenceInWords(const Cause &cause, Wording wording)
{
    switch (cause.kind) {
    case Cause::Kind::TypeNeverDelivered:
        return CoreText::say(
                   wording,
                   QT_TRANSLATE_NOOP("Gapline::CoreText",
                                     "None of %1 events of this type was delivered, while the "
                                     "receiver took others in between: the subscription may leave "
                                     "it out."))
            .arg(cause.count);
    case Cause::Kind::VersionWithoutDeliveries: {
        const QString text = cause.hasEarlierDeliveries && cause.executions == 1
            ? CoreText::say(wording,
                            QT_TRANSLATE_NOOP("Gapline::CoreText",
                                              "No delivery of the %1 execution from version %2 "
                                              "on, while earlier versions had some: an update that "
                                              "did not send webhookConfig again drops it."))
            : cause.hasEarlierDeliveries
            ? CoreText::say(wording,
                            QT_TRANSLATE_NOOP("Gapline::CoreText",
                                              "No delivery of any of %1 executions from version %2 "
                                              "on, while earlier versions had some: an update that "
                                              "did not send webhookConfig again drops it."))
            : CoreText::say(wording,
                            QT_TRANSLATE_NOOP("Gapline::CoreText",
                                              "No delivery of any of %1 executions from version %2 "
                                              "on: an update that did not send webhookConfig again "
                                              "drops it."));
        return text.arg(cause.executions).arg(cause.fromVersion.value_or(0));
    }
    case Cause::Kind::ExecutionWithoutDeliveries:
        return CoreText::say(
            wording,
            QT_TRANSLATE_NOOP("Gapline::CoreText",
                              "No delivery of this execution, while the receiver took those of "
                              "others: it may have been dispatched with a webhook of its own."));
    case Cause::Kind::SignaturesInvalid:
        break;
    }
    if (!cause.lastValid || !cause.from) {
        return CoreText::say(
                   wording,
                   QT_TRANSLATE_NOOP("Gapline::CoreText",
                                     "None of %1 signatures is valid with the secrets given."))
            .arg(cause.count);
    }
    return CoreText::say(wording,
                         QT_TRANSLATE_NOOP("Gapline::CoreText",
                                           "From %1 on no signature is valid, the last valid one "
                                           "came at %2: the secret may have been rotated."))
        .arg(isoTime(*cause.from), isoTime(*cause.lastValid));
}

std::vector<Cause> findCauses(const std::vector<TimedEvent> &timeline,
                              const ReconcileInput &input,
                              const Reconciliation &result)
{
    return CauseSearch(timeline, input, result).run();
}

} // namespace Gapline
