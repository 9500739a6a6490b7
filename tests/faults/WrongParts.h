#pragma once

#include "Surroundings.h"

namespace huying::testing
{

// The mistakes a sync is known to make, each as the part that makes it. The world has to find every one.

/// No mistake: a journal that believes whatever it is given, which is right as long as it is given the right pages.
Parts trustingParts();
/// The position is written first and the page after it.
Parts cursorBeforePage();
/// The position is kept in a file of its own.
Parts cursorElsewhere();
/// What is handed out to be sent is forgotten before it is answered.
Parts deletedBeforeAnswer();
/// The outbox says that it has kept an action while that is not on the disk yet.
Parts outboxNotSynced();
/// The feed hands out what is visible, and the desk takes the highest number for its position.
Parts sequenceTrusted();
/// A ticket that has left the reader's sight stays in the cache.
Parts leftSightKept();
/// The events that a ticket had before it came into sight are not asked for.
Parts earlierNotAsked();
/// An event that comes again gets a second place in the log.
Parts acceptedTwice();

} // namespace huying::testing
