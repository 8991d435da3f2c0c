package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;

/** Sources that break the contract of moving customer users, each in one way. */
final class BrokenMovers {
    private BrokenMovers() {}

    /** The contract of moving on one broken kind of source. */
    abstract static class BrokenMover extends CustomerMovingSourceContract {
        private final Function<MemoryTable, MemorySource> kind;

        BrokenMover(Function<MemoryTable, MemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people) {
            return MemoryFixture.of(people, kind);
        }
    }

    @CaughtBy(value = "allAreMovedHoweverManyTheyAre", saying = "how many of 350")
    static class NotAllAreMoved extends BrokenMover {
        NotAllAreMoved() {
            super(table -> new CustomerMovingMemorySource(table) {
                private int moved;

                @Override
                boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
                    return moved < 250 && super.isConcerned(row, move);
                }

                @Override
                public int moveCustomerUsers(CustomerMove move, Deadline deadline) throws SourceUnavailableException {
                    int some = super.moveCustomerUsers(move, deadline);
                    moved += some;
                    return some;
                }
            });
        }
    }

    @CaughtBy(value = "everybodyOfTheCustomerIsMovedAndNobodyElse", saying = "how many were moved")
    static class InvalidOnesAreLeft extends BrokenMover {
        InvalidOnesAreLeft() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
                    return row.validity() == Validity.VALID && super.isConcerned(row, move);
                }
            });
        }
    }

    @CaughtBy(value = "everybodyOfTheCustomerIsMovedAndNobodyElse", saying = "how many were moved")
    static class WhatOnlyBeginsSoIsMovedToo extends BrokenMover {
        WhatOnlyBeginsSoIsMovedToo() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
                    String customerId = row.values().getOrDefault(Fields.CUSTOMER, "");
                    return !customerId.equals(move.to()) && customerId.startsWith(move.from());
                }
            });
        }
    }

    @CaughtBy(value = "caseCountsWhereItIsSaid", saying = "where case counts")
    static class CaseNeverCounts extends BrokenMover {
        CaseNeverCounts() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
                    String customerId = row.values().getOrDefault(Fields.CUSTOMER, "");
                    return !customerId.equals(move.to())
                            && OrderKey.of(customerId).equals(OrderKey.of(move.from()));
                }
            });
        }
    }

    @CaughtBy(value = "inWhateverCaseWhereThatIsSaid", saying = "where case does not count")
    static class CaseAlwaysCounts extends BrokenMover {
        CaseAlwaysCounts() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
                    return row.values().getOrDefault(Fields.CUSTOMER, "").equals(move.from());
                }
            });
        }
    }

    @CaughtBy(value = "nothingElseChanges", saying = "UserFirstname")
    static class OtherFieldsAreLost extends BrokenMover {
        OtherFieldsAreLost() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                public int moveCustomerUsers(CustomerMove move, Deadline deadline) throws SourceUnavailableException {
                    table.select(row -> isConcerned(row, move))
                            .forEach(row -> table.put(row.with(Map.of(TestPerson.FIRST_NAME, ""))));
                    return super.moveCustomerUsers(move, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aMoveWhoseDeadlineHasPassedChangesNothing", saying = "a move whose deadline has passed")
    static class TheDeadlineIsIgnored extends BrokenMover {
        TheDeadlineIsIgnored() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    // goes on
                }
            });
        }
    }
}
