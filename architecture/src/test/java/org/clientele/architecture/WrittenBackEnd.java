package org.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The code on the page that tells how a back end is written. */
final class WrittenBackEnd {
    private static final Path PAGE = Modules.root().resolve("docs/writing-a-back-end.md");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
    private static final String CLOSE = "            @Override\n            public void close()";

    private final String page;

    private WrittenBackEnd(String page) {
        this.page = page;
    }

    static WrittenBackEnd read() throws IOException {
        return new WrittenBackEnd(Files.readString(PAGE));
    }

    String text() {
        return page;
    }

    /** The only block in this language. */
    String block(String language) {
        List<String> blocks = blocks(language);
        assertThat(blocks).as("blocks of %s", language).hasSize(1);
        return blocks.get(0);
    }

    /** The classes as they stand. */
    List<String> classes() {
        return blocks("java").stream()
                .filter(block -> block.startsWith("package "))
                .toList();
    }

    /** The same with the method that the page offers for the test's fixture, and the imports that it names for it. */
    List<String> classesWithOutages() {
        List<String> methods =
                blocks("java").stream().filter(block -> block.startsWith(" ")).toList();
        assertThat(methods).as("methods on the page").hasSize(1);
        String sentence = page.substring(page.indexOf("with imports of"), page.indexOf(methods.get(0)));
        String imports = Pattern.compile("`(java[\\w.]+)`")
                .matcher(sentence)
                .results()
                .map(name -> "import " + name.group(1) + ";\n")
                .collect(Collectors.joining());
        return classes().stream()
                .map(source -> source.contains(CLOSE)
                        ? source.replace(CLOSE, methods.get(0) + "\n" + CLOSE)
                                .replaceFirst("(?m)^import ", imports + "import ")
                        : source)
                .toList();
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Compiles sources with nothing but what these tests may use. */
    static void compile(List<String> sources, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            files.add(Files.writeString(folder.resolve(typeIn(source) + ".java"), source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "--release", "17");
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static String typeIn(String source) {
        return TYPE.matcher(source)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(declaration -> declaration.replaceFirst(".* ", ""))
                .orElseThrow(() -> new AssertionError("No class in\n" + source));
    }
}
