package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;

/** Sources with one fault each: further fields. */
final class BrokenExtensions {

    private BrokenExtensions() {}

    /** The contract of further fields on one broken kind of source. */
    abstract static class BrokenExtension extends ExtensibleSourceContract {
        private final Function<MemoryTable, ExtensibleMemorySource> kind;

        BrokenExtension(Function<MemoryTable, ExtensibleMemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people) {
            return MemoryFixture.of(people, kind);
        }

        @Override
        public CustomerUserSource reconfigured(Fixture fixture, Map<String, String> keys) {
            return new ExtensibleMemorySource(((MemoryFixture) fixture).table(), keys);
        }
    }

    @CaughtBy(value = "aNameThatIsNoneHarmsNobody", saying = "a field named 'room; drop table customer_user'")
    static class StatementsAreNames extends BrokenExtension {
        StatementsAreNames() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                boolean isName(String storage) {
                    return !storage.isBlank();
                }
            });
        }
    }

    @CaughtBy(value = "whatASourceUsesAlreadyIsNoFurtherField", saying = "in the storage of UserLogin")
    static class ColumnsInUseAreTakenOver extends BrokenExtension {
        ColumnsInUseAreTakenOver() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                boolean isUsed(String storage) {
                    return false;
                }
            });
        }
    }

    @CaughtBy(value = "aFieldThatIsThereAlreadyIsLeftAsItIs", saying = "after the field was added again")
    static class AddingAgainEmptiesTheField extends BrokenExtension {
        AddingAgainEmptiesTheField() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                void addColumn(String storage) {
                    table().select(row -> true).forEach(row -> table().put(row.with(Map.of("UserRoom", ""))));
                }
            });
        }
    }

    @CaughtBy(value = "aNewFieldIsEmptyAndTheOtherValuesStay", saying = "the source as it is configured")
    static class AddingAFieldEmptiesOthers extends BrokenExtension {
        AddingAFieldEmptiesOthers() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                void addColumn(String storage) {
                    table().select(row -> true)
                            .forEach(row -> table().put(row.with(Map.of(TestPerson.FIRST_NAME, ""))));
                }
            });
        }
    }

    @CaughtBy(value = "aLengthThatIsNoneIsRefused", saying = "a field of 0 characters")
    static class AnyLengthWillDo extends BrokenExtension {
        AnyLengthWillDo() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                public void extend(String storage, int length, Deadline deadline)
                        throws InvalidInputException, SourceUnavailableException {
                    super.extend(storage, Math.max(1, length), deadline);
                }
            });
        }
    }

    @CaughtBy(value = "anExtensionWhoseDeadlineHasPassedIsATimeOut", saying = "an extension whose deadline has passed")
    static class ExtensionsTakeTheirTime extends BrokenExtension {
        ExtensionsTakeTheirTime() {
            super(table -> new ExtensibleMemorySource(table, Map.of()) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    super.check(Probe.deadline());
                }
            });
        }
    }
}
