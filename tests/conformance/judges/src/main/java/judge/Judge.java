package judge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The command line: one subcommand, its options, its files. One JSON object a line on standard output. */
public final class Judge {

    private static final String USAGE = """
            judge dss  [--trust DIR] [--at TIME] [--no-render] [--list FILE] [--limit SECONDS] FILE.pdf...
            judge vera --flavour 2a|2b|3a|ua1|... [--flavour ...] [--list FILE] [--limit SECONDS] FILE.pdf...
            TIME is as in 2026-01-31T12:00:00Z; --list names a text file with one PDF path a line.
            Exit: 0 done, 1 a file failed (or isn't compliant), 2 wrong use.
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Judge() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir")); // not the home folder
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);

        int exit;
        try {
            exit = run(new Options(args));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            exit = 2;
        }
        System.out.flush();
        System.exit(exit); // a file that ran into its time limit may have left a thread behind
    }

    private static int run(Options options) throws IOException {
        return switch (options.command) {
            case "dss" -> new Runner(options).run(new DssJudge(options));
            case "vera" -> new Runner(options).run(new VeraJudge(options));
            default -> throw new IllegalArgumentException("unknown command: " + options.command);
        };
    }

    /** Prints one object as one line of JSON. */
    static void print(Map<String, ?> object) {
        try {
            PrintStream out = System.out;
            out.write(JSON.writeValueAsBytes(object));
            out.write('\n');
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The parsed command line. An option that the subcommand doesn't know is ignored. */
    static final class Options {
        final String command;
        final List<Path> files = new ArrayList<>();
        final Map<String, List<String>> values = new TreeMap<>();
        final boolean render;

        Options(String[] args) throws IOException {
            Deque<String> words = new ArrayDeque<>(List.of(args));
            command = words.isEmpty() ? "" : words.pop();
            boolean draw = true;
            while (!words.isEmpty()) {
                String word = words.pop();
                switch (word) {
                    case "--no-render" -> draw = false;
                    case "--trust", "--at", "--list", "--limit", "--flavour" -> {
                        if (words.isEmpty()) {
                            throw new IllegalArgumentException(word + " needs a value");
                        }
                        values.computeIfAbsent(word, key -> new ArrayList<>()).add(words.pop());
                    }
                    default -> {
                        if (word.startsWith("--")) {
                            throw new IllegalArgumentException("unknown option: " + word);
                        }
                        files.add(Path.of(word));
                    }
                }
            }
            render = draw;
            for (String list : values.getOrDefault("--list", List.of())) {
                Files.readAllLines(Path.of(list), StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank()).map(Path::of).forEach(files::add);
            }
        }

        String value(String name, String otherwise) {
            List<String> all = values.get(name);
            return all == null ? otherwise : all.get(all.size() - 1);
        }

        int number(String name, int otherwise) {
            return Integer.parseInt(value(name, Integer.toString(otherwise)));
        }
    }
}
