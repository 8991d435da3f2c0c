package org.clientele.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** Sources with one fault each: calls, outages and leaks. */
final class BrokenCalls {

    private BrokenCalls() {}

    @CaughtBy(value = "outages", saying = "find(\"john\") while the storage cannot answer")
    static class FailureIsAnEmptyAnswer extends Broken {
        FailureIsAnEmptyAnswer() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    if (deadline.passed()) {
                        super.check(deadline);
                    }
                }

                @Override
                boolean isId(String stored, String asked) {
                    return !table().isAway() && super.isId(stored, asked);
                }
            });
        }
    }

    @CaughtBy(value = "aDeadlineThatHasPassedIsATimeOut", saying = "find whose deadline has passed")
    static class DeadlineIsIgnored extends Broken {
        DeadlineIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    super.check(Probe.deadline());
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "everybody while the storage cannot answer")
    static class FailureIsAnEmptyList extends Broken {
        FailureIsAnEmptyList() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
                    return table().isAway() ? new SourcePage(List.of(), false, false) : super.search(query, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "IllegalStateException: connection refused")
    static class FailureIsARuntimeException extends Broken {
        FailureIsARuntimeException() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    if (table().isAway()) {
                        throw new IllegalStateException("connection refused");
                    }
                    super.check(deadline);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "the source answers again after the storage has come back")
    static class OnceAwayAlwaysAway extends Broken {
        OnceAwayAlwaysAway() {
            super(table -> new MemorySource(table, SETTINGS) {
                private volatile boolean broken;

                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    broken |= table().isAway();
                    super.check(broken ? Deadline.in(Duration.ZERO) : deadline);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "while the storage cannot answer has to end at its deadline")
    static class DeadlineOfAWaitIsIgnored extends Broken {
        DeadlineOfAWaitIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    deadline.check();
                    super.check(Deadline.in(deadline.remaining().plusSeconds(5)));
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "has ended 3 seconds after its thread was interrupted")
    static class InterruptionIsIgnored extends Broken {
        InterruptionIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    while (table().isSilent() && !deadline.passed()) {
                        try {
                            table().awaitVoice(deadline);
                        } catch (InterruptedException ignored) {
                            // the fault
                        }
                    }
                    super.check(deadline);
                }
            });
        }
    }

    @CaughtBy(value = "anInterruptedCallEndsAndHarmsNoOther", saying = "IllegalStateException: closed by interrupt")
    static class InterruptionIsARuntimeException extends Broken {
        InterruptionIsARuntimeException() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("closed by interrupt");
                    }
                    super.check(deadline);
                }
            });
        }
    }

    @CaughtBy(value = "anInterruptedCallEndsAndHarmsNoOther", saying = "a call after others were interrupted")
    static class InterruptionClosesTheConnectionOfAll extends Broken {
        InterruptionClosesTheConnectionOfAll() {
            super(table -> new MemorySource(table, SETTINGS) {
                private volatile boolean closed;

                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    closed |= Thread.currentThread().isInterrupted();
                    super.check(closed ? Deadline.in(Duration.ZERO) : deadline);
                }
            });
        }
    }

    @CaughtBy(value = "callsUnderWayEndWhenTheSourceIsClosed", saying = "IllegalStateException: the pool is closed")
    static class ClosedIsARuntimeException extends Broken {
        ClosedIsARuntimeException() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    if (table().isAway()) {
                        throw new IllegalStateException("the pool is closed");
                    }
                    super.check(deadline);
                }
            });
        }
    }

    @CaughtBy(value = "callsUnderWayEndWhenTheSourceIsClosed", saying = "said that there is nobody")
    static class ClosedIsEmpty extends Broken {
        ClosedIsEmpty() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    return table().isAway() ? Optional.empty() : super.find(id, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "twentyThreadsGetTheirOwnAnswers", saying = "while other threads ask")
    static class ThreadsShareTheQuestion extends Broken {
        ThreadsShareTheQuestion() {
            super(table -> new MemorySource(table, SETTINGS) {
                private volatile String question = "";

                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    question = id;
                    Thread.yield();
                    return super.find(question, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "callsLeaveNothingBehind", saying = "50 look-ups and lists leave behind: open files or sockets")
    static class EachCallLeavesAFileOpen extends Broken {
        EachCallLeavesAFileOpen() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    Leaks.file();
                    super.check(deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aClosedSourceLeavesNothingBehind", saying = "leave behind: threads named 'left-#'")
    static class EachSourceLeavesAThread extends Broken {
        EachSourceLeavesAThread() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    Leaks.thread();
                    return super.find(id, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aSoundSourceIsReady", saying = "WAITING")
    static class ItNeverSaysThatItIsReady extends Broken {
        ItNeverSaysThatItIsReady() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourceCondition condition() {
                    return new SourceCondition(SourceState.WAITING, List.of());
                }
            });
        }
    }

    @CaughtBy(value = "aSourceDescribesItselfAlwaysTheSame", saying = "the description, asked for twice")
    static class ItsDescriptionChanges extends Broken {
        ItsDescriptionChanges() {
            super(table -> new MemorySource(table, SETTINGS) {
                private int asked;

                @Override
                public SourceDescription description() {
                    SourceDescription same = super.description();
                    return new SourceDescription(
                            same.slot(),
                            same.sourceId(),
                            same.name() + " " + ++asked,
                            same.backEnd(),
                            same.fields(),
                            same.search(),
                            same.rules(),
                            same.calls());
                }
            });
        }
    }
}
