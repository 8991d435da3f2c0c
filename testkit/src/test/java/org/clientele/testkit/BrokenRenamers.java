package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordChange;

/** Sources that break the contract of renaming, each in one way. */
final class BrokenRenamers {
    private BrokenRenamers() {}

    /** The contract of renaming on one broken kind of source. */
    abstract static class BrokenRenamer extends RenamingSourceContract {
        private final Function<MemoryTable, MemorySource> kind;

        BrokenRenamer(Function<MemoryTable, MemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people) {
            return MemoryFixture.of(people, kind);
        }
    }

    @CaughtBy(value = "theLoginChangesAndNothingElse", saying = "were unexpected")
    static class TheFormerRecordStays extends BrokenRenamer {
        TheFormerRecordStays() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                public void rename(RecordChange change, String newId, Deadline deadline) {
                    row(change.id())
                            .ifPresent(
                                    row -> table().put(row.with(after(change)).renamed(newId)));
                }
            });
        }
    }

    @CaughtBy(value = "otherFieldsChangeInTheSameStep", saying = "UserFirstname of jack")
    static class OtherFieldsAreForgotten extends BrokenRenamer {
        OtherFieldsAreForgotten() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                public void rename(RecordChange change, String newId, Deadline deadline) {
                    row(change.id()).ifPresent(row -> {
                        table().remove(row);
                        table().put(row.renamed(newId));
                    });
                }
            });
        }
    }

    @CaughtBy(value = "anotherOldValueIsStaleAndNothingChanges", saying = "a rename with another old value")
    static class OldValuesAreNotCompared extends BrokenRenamer {
        OldValuesAreNotCompared() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                boolean isStale(MemoryTable.Row row, RecordChange change) {
                    return false;
                }
            });
        }
    }

    @CaughtBy(value = "aLoginThatSomebodyElseHasIsRefused", saying = "renaming to 'märy', which somebody has")
    static class SomebodyElseIsOverwritten extends BrokenRenamer {
        SomebodyElseIsOverwritten() {
            super(BrokenRenamers::overwriting);
        }
    }

    @CaughtBy(value = "ofManyWhoWantOneLoginOneGetsIt", saying = "how many of 8")
    static class TheLastOneGetsTheLogin extends BrokenRenamer {
        TheLastOneGetsTheLogin() {
            super(BrokenRenamers::overwriting);
        }
    }

    @CaughtBy(value = "whoIsNotThereCannotBeRenamed", saying = "renaming 'mary', who is not there")
    static class NobodyIsRenamedInSilence extends BrokenRenamer {
        NobodyIsRenamedInSilence() {
            super(BrokenRenamers::overwriting);
        }
    }

    @CaughtBy(value = "aRenameWhoseDeadlineHasPassedChangesNothing", saying = "a rename whose deadline has passed")
    static class TheDeadlineIsIgnored extends BrokenRenamer {
        TheDeadlineIsIgnored() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    // goes on
                }
            });
        }
    }

    private static MemorySource overwriting(MemoryTable memory) {
        return new WritableMemorySource(memory, Map.of()) {
            @Override
            public void rename(RecordChange change, String newId, Deadline deadline) {
                row(change.id()).ifPresent(row -> {
                    table().remove(row);
                    table().put(row.with(after(change)).renamed(newId));
                });
            }
        };
    }
}
