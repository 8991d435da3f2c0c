package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserSlotCompleter slots = new CustomerUserSlotCompleter();
    private final CustomerUserWritableSlotCompleter writableSlots = new CustomerUserWritableSlotCompleter();
    private final CustomerUserVariableCompleter variables = new CustomerUserVariableCompleter();

    @BeforeEach
    void service() {
        slots.customerUsers = directory;
        writableSlots.customerUsers = directory;
        variables.customerUsers = directory;
    }

    @Test
    void slotsInAnyCase() {
        assertThat(completed(slots, "customer")).containsExactly("CustomerUser ", "CustomerUser1 ");
    }

    @Test
    void onlyWritableSlotsWhereSomethingIsWritten() {
        assertThat(completed(writableSlots, "")).containsExactly("CustomerUser ");
    }

    @Test
    void variablesOfWritableSourcesThatAreNotGivenYetAndNoPassword() {
        assertThat(completed(variables, "customer-user:add", "UserFirstname=A", "User"))
                .containsExactly("UserLastname=", "UserLogin=", "UserEmail=", "UserCustomerID=");
    }

    @Test
    void variablesOfTheSourceOnTheLine() {
        assertThat(completed(variables, "customer-user:add", "--source", "CustomerUser1", "UserRo"))
                .containsExactly("UserRoom=");
    }

    @Test
    void validities() {
        assertThat(completed(variables, "ValidID=i"))
                .containsExactly("ValidID=invalid ", "ValidID=invalid-temporarily ");
    }

    @Test
    void anyValueIsAcceptedSoThatTheNextArgumentCanBeCompleted() {
        assertThat(completed(variables, "UserEmail=a@b")).containsExactly("UserEmail=a@b ");
        assertThat(completed(new TypedTextCompleter(), "o'brien")).containsExactly("o'brien ");
        assertThat(completed(new TypedTextCompleter(), "")).isEmpty();
    }

    private static List<String> completed(Completer completer, String... arguments) {
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new Line(arguments), candidates);
        return candidates;
    }

    /** A line with the cursor at its end. */
    private record Line(String... words) implements CommandLine {
        @Override
        public int getCursorArgumentIndex() {
            return words.length - 1;
        }

        @Override
        public String getCursorArgument() {
            return words[words.length - 1];
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public String[] getArguments() {
            return words;
        }

        @Override
        public int getBufferPosition() {
            return getBuffer().length();
        }

        @Override
        public String getBuffer() {
            return String.join(" ", words);
        }
    }
}
