#pragma once

#include <domain/Directory.h>
#include <domain/TicketEvent.h>

#include <QString>

namespace huying
{

/// What `content` says beyond its kind: units by their names, reasons, texts. Empty when the kind says it all.
/// Nothing personal of the citizen is in it.
QString tellingOf(const TicketContent &content, const Directory &directory);

/// Who did it: what colleagues call them, else their unit, else what they are.
QString actorOf(const Author &author, const Directory &directory);

/// `供水服务中心、西郭城镇`.
QString namesOf(const std::vector<UnitCode> &units, const Directory &directory);

/// `3 working days` or `until 2023-07-21 24:00`.
QString longerText(const Longer &longer);

} // namespace huying
