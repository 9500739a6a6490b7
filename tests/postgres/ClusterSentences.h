#pragma once

#include "Cluster.h"

#include <support/Sentences.h>

namespace huying
{

/// What a test on PostgreSQL derives from: skipped where it is not on this machine, else with one cluster for all its
/// sentences. A derived class whose init() wants an empty database calls `empty()`.
class ClusterSentences : public Sentences
{
    Q_OBJECT
protected:
    Cluster &cluster() const { return *_cluster; }
    /// As if nothing had ever been in it.
    void empty() { _cluster->ask(QStringLiteral("DROP SCHEMA IF EXISTS huying CASCADE")); }

protected slots:
    void initTestCase();

private:
    std::unique_ptr<Cluster> _cluster;
};

} // namespace huying
