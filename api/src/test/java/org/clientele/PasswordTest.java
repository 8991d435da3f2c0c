package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @Test
    void aGeneratedOneHasSixteenCharactersThatAreNotMistaken() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String clear = Password.generate().clear();
            assertThat(clear).matches("[A-Za-z2-9]{16}").doesNotContainPattern("[IOl01]");
            seen.add(clear);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void itIsKeptAsItIs() {
        assertThat(Password.of(" x\"y <z> ${a} カス ").clear()).isEqualTo(" x\"y <z> ${a} カス ");
        assertThat(Password.of("a".repeat(1000)).clear()).hasSize(1000);
    }

    @Test
    void emptyAndOverlongOnesAreRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> Password.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Password.of("secret".repeat(200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "secret\0", "\0secret", "sec\uD83Dret"})
    void whatNobodyCanTypeIsRefusedWithoutBeingShown(String clear) {
        assertThatThrownBy(() -> Password.of(clear))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sec");
    }

    @Test
    void itsTextDoesNotShowIt() {
        assertThat(Password.of("secret")).asString().doesNotContain("secret");
    }
}
