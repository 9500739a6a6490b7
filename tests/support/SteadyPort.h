#pragma once

#include <QtTypes>

namespace huying::testing
{

/// A port of loopback that is free, for a backend that is ended and comes back to it. It lies below those that systems
/// give to outgoing connections (from 32768 on Linux), one of which would take it while nobody listens.
quint16 steadyPort();

} // namespace huying::testing
