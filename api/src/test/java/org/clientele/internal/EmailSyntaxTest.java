package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "o'brien@mail.acme.example",
                "x+y@acme.intern",
                "a@acme.corp",
                "a@b.de",
                "\"a b\"@example.com",
                "a@localhost"
            })
    void addresses(String text) {
        assertThat(new EmailSyntax().isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.com",
                "a@",
                "a@b@example.com",
                "a b@example.com",
                "a@acme..intern",
                "a@-acme.intern",
                "a@acme.1",
                "a@acme.i_n",
                "a@.intern",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "a@example.com\n",
                "a@acme.intern\nBcc: b@example.com"
            })
    void others(String text) {
        assertThat(new EmailSyntax().isValid(text)).isFalse();
    }
}
