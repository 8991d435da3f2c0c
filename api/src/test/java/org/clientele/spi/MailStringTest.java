package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailStringTest {

    @Test
    void aNameStandsBetweenQuotesBeforeItsAddress() {
        assertThat(MailString.of(List.of("John", "Doe", "john@example.com")))
                .isEqualTo("\"John Doe\" <john@example.com>");
        assertThat(MailString.of(List.of("Ünal", "カス", "u@example.com"))).isEqualTo("\"Ünal カス\" <u@example.com>");
        assertThat(MailString.of(List.of("Doe, John (Berlin)", "j@example.com")))
                .isEqualTo("\"Doe, John (Berlin)\" <j@example.com>");
    }

    @Test
    void whatEndsAQuotedStringIsEscaped() {
        assertThat(MailString.of(List.of("John \"O'Hara\", Jr.", "j@example.com")))
                .isEqualTo("\"John \\\"O'Hara\\\", Jr.\" <j@example.com>");
        assertThat(MailString.of(List.of("back\\", "j@example.com"))).isEqualTo("\"back\\\\\" <j@example.com>");
        assertThat(MailString.of(List.of("\" <evil@example.org>, \"", "j@example.com")))
                .isEqualTo("\"\\\" <evil@example.org>, \\\"\" <j@example.com>");
    }

    @Test
    void nothingBreaksTheLineOfAHeader() {
        assertThat(MailString.of(List.of("a\r\nBcc: x@example.org", "b\u0000c\u2028d", "j@example.com")))
                .isEqualTo("\"a Bcc: x@example.org b c d\" <j@example.com>");
        assertThat(MailString.of(List.of("a\tb\u0085"))).isEqualTo("a b");
    }

    @Test
    void emptyPartsDoNotCount() {
        assertThat(MailString.of(List.of("", "Doe", "", "d@example.com"))).isEqualTo("\"Doe\" <d@example.com>");
        assertThat(MailString.of(List.of("", "", "d@example.com"))).isEqualTo("d@example.com");
        assertThat(MailString.of(List.of("\n", ""))).isEmpty();
        assertThat(MailString.of(List.of())).isEmpty();
    }

    @Test
    void withoutAnAddressAtTheEndItIsTheNameAlone() {
        assertThat(MailString.of(List.of("John", "Doe", ""))).isEqualTo("John Doe");
        assertThat(MailString.of(List.of("d@example.com", "Doe"))).isEqualTo("d@example.com Doe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b>, <c@d", "a b@example.com", "a@b@c", "a@", "@b", "\"a\"@b", "a,b@c", "a@b\nc", "a@b "})
    void whatIsNoPlainAddressIsNotPutBetweenBrackets(String address) {
        String mailString = MailString.of(List.of("Doe", address));
        assertThat(mailString).doesNotContain("\n");
        if (!address.strip().equals("a@b")) {
            assertThat(mailString).doesNotStartWith("\"Doe\" <");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o'brien+x@example.com", "{a}|b%#!$&/=?^`~*@example.com", "root@localhost", "ü@exämple.com"})
    void unusualAddressesAreAddresses(String address) {
        assertThat(MailString.of(List.of("Doe", address))).isEqualTo("\"Doe\" <" + address + ">");
    }
}
