#pragma once

#include <QString>

namespace huying
{

/// The path of `file` in the real data beside the checkout (../shared/data, or $HUYING_SHARED_DATA);
/// empty when it is not there: the test then skips.
QString sharedData(const QString &file);

} // namespace huying

/// Leaves the test function with a clear word when the real data is not beside the checkout.
#define REQUIRE_SHARED_DATA(path)                                                                                      \
    if ((path).isEmpty())                                                                                              \
    QSKIP("the real data of ../shared/data is not here")
