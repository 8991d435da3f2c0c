package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;

/** Sources of customers with one fault each, to see that the contract of customers asks them. */
final class BrokenCustomers {
    private BrokenCustomers() {}

    /** The contract of customers on one broken kind of source. */
    abstract static class BrokenCustomer extends CustomerSourceContract {
        private final Function<MemoryTable, CustomerMemorySource> kind;

        BrokenCustomer(Function<MemoryTable, CustomerMemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public CustomerFixture customers(List<TestCustomer> customers) {
            return CustomerMemoryFixture.of(customers, kind);
        }
    }

    @CaughtBy(value = "aRecordIsFoundWithAllItsValues", saying = "UserLastname")
    static class TheNameIsNotDelivered extends BrokenCustomer {
        TheNameIsNotDelivered() {
            super(table -> new CustomerMemorySource(table) {
                @Override
                SourceRecord toRecord(MemoryTable.Row row) {
                    return super.toRecord(row.with(Map.of(Fields.CUSTOMER_NAME, "")));
                }
            });
        }
    }

    @CaughtBy(value = "searchesAreWalkedToo", saying = "missing: ")
    static class NamesAreNotSearched extends BrokenCustomer {
        NamesAreNotSearched() {
            super(table -> new CustomerMemorySource(table) {
                @Override
                boolean matchesWord(MemoryTable.Row row, TextPattern pattern) {
                    return matches(row.login(), pattern);
                }
            });
        }
    }

    @CaughtBy(value = "everyCriterionTakesEveryCharacterLiterally", saying = "the logins ")
    static class UnderscoresOfIdsAreWildcards extends BrokenCustomer {
        UnderscoresOfIdsAreWildcards() {
            super(table -> new CustomerMemorySource(table) {
                @Override
                boolean isId(String stored, String asked) {
                    return stored.replace('x', '_').equals(asked.replace('x', '_'));
                }
            });
        }
    }

    @CaughtBy(value = "aWalkMeetsEverybodyOnceInOrder", saying = "in pages of 7")
    static class OnlyTheFirstPageIsListed extends BrokenCustomer {
        OnlyTheFirstPageIsListed() {
            super(table -> new CustomerMemorySource(table) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    return new SourcePage(records.subList(0, Math.min(limit, records.size())), false, false);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "find(\"john\") while the storage cannot answer")
    static class WhileItIsAwayThereIsNobody extends BrokenCustomer {
        WhileItIsAwayThereIsNobody() {
            super(table -> new CustomerMemorySource(table) {
                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    return table().isAway() ? Optional.empty() : super.find(id, deadline);
                }
            });
        }
    }
}
