package org.clientele.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Validity;
import org.clientele.authentication.CustomerUserTokens;
import org.clientele.authentication.Token;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Tokens.Stored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link CustomerUserTokens}. */
@Component(service = CustomerUserTokens.class)
public final class HashedTokens implements CustomerUserTokens {
    private static final int BYTES = 32;
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9.-]{1,50}");

    private final Persons persons;
    private final Memory memory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public HashedTokens(@Reference CustomerUserDirectory directory, @Reference Memory memory) {
        this(directory.persons(), memory, Clock.systemUTC());
    }

    HashedTokens(Persons persons, Memory memory, Clock clock) {
        this.persons = persons;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public Optional<Token> issue(String login, String purpose, Duration life) throws DirectoryException {
        checkPurpose(purpose);
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new InvalidInputException(
                    "life", "A token is good for a second to " + LONGEST_LIFE.toDays() + " days.");
        }
        Optional<Person> person = valid(login);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = clock.instant().plus(life).truncatedTo(ChronoUnit.MILLIS);
        long reference = persons.reference(person.get());
        memory.change(s -> {
            s.tokens().put(reference, purpose, new Stored(hash(purpose, value), expiresAt));
            return true;
        });
        return Optional.of(new Token(value, expiresAt));
    }

    @Override
    public boolean use(String login, String purpose, String token) throws DirectoryException {
        checkPurpose(purpose);
        String presented = hash(purpose, token);
        Optional<Owner> owner = valid(login).flatMap(Person::owner);
        if (owner.isEmpty()) {
            return false;
        }
        long reference = owner.get().id();
        Optional<Stored> stored = memory.look(s -> s.tokens().get(reference, purpose));
        return stored.isPresent()
                && equal(stored.get().hash(), presented)
                && clock.instant().isBefore(stored.get().expiresAt())
                && memory.change(s -> s.tokens().use(reference, purpose, stored.get()));
    }

    private Optional<Person> valid(String login) throws DirectoryException {
        try {
            return Optional.of(persons.require(login))
                    .filter(person -> person.hit().validity() == Validity.VALID);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static void checkPurpose(String purpose) throws InvalidInputException {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new InvalidInputException(
                    "purpose",
                    "The purpose of a token has 1 to 50 letters, digits, \".\" and \"-\", for example password-reset.");
        }
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean equal(String stored, String presented) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
    }

    /** A secret of 256 random bits needs no slow hash. */
    private static String hash(String purpose, String token) {
        try {
            byte[] text = (purpose + ":" + token).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
