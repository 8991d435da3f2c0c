package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;

/** Sources that look well while their storage is away, each in one of the calls that not every source has. */
final class BrokenOutages {
    private BrokenOutages() {}

    @CaughtBy(value = "outages", saying = "conditions=[Like[variable=UserLastname")
    static class ADetailedSearchFindsNobody extends Broken {
        ADetailedSearchFindsNobody() {
            super(table -> emptyWhileAway(table, Criterion.Detailed.class));
        }
    }

    @CaughtBy(value = "outages", saying = "'nobody' and has the customer ID 'nobody' while the storage cannot answer")
    static class ATextOfACustomerFindsNobody extends Broken {
        ATextOfACustomerFindsNobody() {
            super(table -> emptyWhileAway(table, Criterion.TextOfCustomer.class));
        }
    }

    /** Says for one kind of question that nobody is there. */
    private static MemorySource emptyWhileAway(MemoryTable memory, Class<? extends Criterion> kind) {
        return new MemorySource(memory, Broken.SETTINGS) {
            @Override
            public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
                return table().isAway() && kind.isInstance(query.criterion())
                        ? new SourcePage(List.of(), false, false)
                        : super.search(query, deadline);
            }
        };
    }

    @CaughtBy(value = "outages", saying = "everybody in the order of last names while the storage cannot answer")
    static class NobodyIsSorted extends Broken {
        NobodyIsSorted() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
                        throws SourceUnavailableException {
                    return table().isAway()
                            ? new SourcePage(List.of(), false, false)
                            : super.sort(query, order, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "the number of all while the storage cannot answer")
    static class NobodyIsCounted extends Broken {
        NobodyIsCounted() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                        throws SourceUnavailableException {
                    return table().isAway() ? 0 : super.count(criterion, includeInvalid, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "outages", saying = "the customer IDs while the storage cannot answer")
    static class ThereAreNoCustomerIds extends Broken {
        ThereAreNoCustomerIds() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline)
                        throws SourceUnavailableException {
                    return table().isAway()
                            ? new CustomerIdList(List.of(), false, false)
                            : super.customerIds(query, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aRenameInAStorageThatIsAway", saying = "a rename while the storage is away")
    static class RenamesAreSwallowed extends BrokenRenamers.BrokenRenamer {
        RenamesAreSwallowed() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                public void rename(RecordChange change, String newId, Deadline deadline)
                        throws NotFoundException, StaleException, AlreadyExistsException, SourceUnavailableException {
                    if (!table().isAway()) {
                        super.rename(change, newId, deadline);
                    }
                }
            });
        }
    }

    @CaughtBy(value = "aRenameInAStorageThatIsAway", saying = "UserFirstname of john")
    static class OnlyTheLoginIsNotRenamed extends BrokenRenamers.BrokenRenamer {
        OnlyTheLoginIsNotRenamed() {
            super(table -> new WritableMemorySource(table, Map.of()) {
                @Override
                public void rename(RecordChange change, String newId, Deadline deadline)
                        throws NotFoundException, StaleException, AlreadyExistsException, SourceUnavailableException {
                    if (table().isAway()) {
                        row(change.id()).ifPresent(row -> table().put(row.with(after(change))));
                    }
                    super.rename(change, newId, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aMoveInAStorageThatIsAway", saying = "a move while the storage is away")
    static class NobodyIsMoved extends BrokenMovers.BrokenMover {
        NobodyIsMoved() {
            super(table -> new CustomerMovingMemorySource(table) {
                @Override
                public int moveCustomerUsers(CustomerMove move, Deadline deadline) throws SourceUnavailableException {
                    return table().isAway() ? 0 : super.moveCustomerUsers(move, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "anExtensionOfAStorageThatIsAway", saying = "an extension while the storage is away")
    static class ExtensionsAreSwallowed extends BrokenExtensions.BrokenExtension {
        ExtensionsAreSwallowed() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                public void extend(String storage, int length, Deadline deadline)
                        throws InvalidInputException, SourceUnavailableException {
                    if (!table().isAway()) {
                        super.extend(storage, length, deadline);
                    }
                }
            });
        }
    }
}
