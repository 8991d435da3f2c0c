package org.clientele.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.NumberRange;
import org.clientele.spi.SourceDescription;

/** What stands for a person whose personal data is wiped: a login in the form of generated ones, as far as the storage takes it. */
final class NeutralName {
    private static final String PREFIX = "anonymised";
    private static final Pattern GENERATED = Pattern.compile("[^ ]+-[0-9]{14}-[0-9]{4}(@example\\.invalid)?");
    /** Reserved by RFC 2606: nobody ever gets mail there. */
    private static final String DOMAIN = "@example.invalid";

    private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_LOCAL_PART = 64;

    private final GeneratedLogin logins = new GeneratedLogin(Clock.systemUTC());
    private final SecureRandom random = new SecureRandom();

    /** Whether a login looks like one that was made up for somebody: then it tells nothing of him. */
    static boolean isNeutral(String login) {
        return GENERATED.matcher(login).matches();
    }

    String next(SourceDescription source) {
        Optional<Field> login = source.field(Fields.LOGIN);
        Optional<NumberRange> numbers = login.flatMap(Field::numbers);
        if (numbers.isPresent()) {
            return Long.toString(random.nextLong(Math.max(1, numbers.get().most())));
        }
        String prefix = source.rules().generatedLoginPrefix().orElse(PREFIX);
        boolean address = login.filter(field -> isAddress(field, source)).isPresent();
        String name = logins.next(prefix) + (address ? DOMAIN : "");
        int most =
                login.map(field -> field.maxLength().orElse(Integer.MAX_VALUE)).orElse(Integer.MAX_VALUE);
        return name.length() <= most ? name : letters(most);
    }

    private static boolean isAddress(Field login, SourceDescription source) {
        return source.field(Fields.EMAIL)
                .filter(email -> email.storage().equalsIgnoreCase(login.storage()))
                .isPresent();
    }

    /** An e-mail address that nobody has. */
    static String address(String name, int most) {
        String local = name.replace(DOMAIN, "").toLowerCase(Locale.ROOT);
        boolean fit = LOCAL_PART.matcher(local).matches()
                && local.length() <= LONGEST_LOCAL_PART
                && local.length() + DOMAIN.length() <= most;
        if (fit) {
            return local + DOMAIN;
        }
        int room = Math.min(20, Math.max(1, most - DOMAIN.length()));
        return letters(room) + DOMAIN;
    }

    private static String letters(int length) {
        SecureRandom random = new SecureRandom();
        return random.ints(Math.min(length, 24), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
