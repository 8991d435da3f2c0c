package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", "👩‍💻", ""})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(Plain.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "27, \\u001b",
        "155, \\u009b",
        "0, \\u0000",
        "127, \\u007f",
        "8238, \\u202e",
        "8232, \\u2028",
        "65279, \\ufeff"
    })
    void charactersThatATerminalObeysAreWrittenOut(int character, String shown) {
        assertThat(Plain.text("a" + Character.toString(character) + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void aLineBreakAndATabDoNotBreakARow() {
        assertThat(Plain.text("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
    }

    @Test
    void halfACharacterIsWrittenOut() {
        assertThat(Plain.text("\ud83d")).isEqualTo("\\ud83d");
    }
}
