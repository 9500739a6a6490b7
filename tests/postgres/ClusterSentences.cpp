#include "ClusterSentences.h"

namespace huying
{

void ClusterSentences::initTestCase()
{
    if (!Cluster::isThere()) {
        QSKIP("PostgreSQL 17 is not on this machine (package postgresql-17)");
    }
    _cluster = std::make_unique<Cluster>();
    QVERIFY2(_cluster->trouble().isEmpty(), qPrintable(_cluster->trouble()));
}

} // namespace huying
