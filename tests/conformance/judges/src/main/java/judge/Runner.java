package judge;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Feeds files to a judge one after the other, each under a time limit, so that no file can end the run. */
final class Runner {

    /** Judges one file. Each map is one line of output. */
    interface FileJudge {
        List<Map<String, Object>> judge(Path file) throws Exception;

        /** Whether a line makes the process exit with 1. */
        boolean failed(Map<String, Object> line);
    }

    private final List<Path> files;
    private final int limitSeconds;

    Runner(Judge.Options options) {
        files = options.files;
        limitSeconds = options.number("--limit", 20);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no files");
        }
    }

    int run(FileJudge judge) {
        boolean failed = false;
        for (Path file : files) {
            for (Map<String, Object> line : guarded(judge, file)) {
                Judge.print(line);
                failed |= judge.failed(line);
            }
        }
        return failed ? 1 : 0;
    }

    /** Runs in a thread of its own: a thread that overruns is stopped as well as Java can, and left behind. */
    private List<Map<String, Object>> guarded(FileJudge judge, Path file) {
        FutureTask<List<Map<String, Object>>> task = new FutureTask<>(() -> judge.judge(file));
        Thread thread = new Thread(task, "judge");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limitSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            stop(thread, task);
            return List.of(error(file, "timeout: more than " + limitSeconds + " s"));
        } catch (ExecutionException e) {
            return List.of(error(file, describe(e.getCause())));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("deprecation") // nothing else ends a busy loop in a library
    private static void stop(Thread thread, FutureTask<?> task) {
        task.cancel(true);
        try {
            thread.join(1000);
            if (thread.isAlive()) {
                thread.stop();
            }
        } catch (InterruptedException | UnsupportedOperationException e) {
            // left behind
        }
    }

    private static Map<String, Object> error(Path file, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("error", message);
        return line;
    }

    /** The chain of causes, class and message each, without line ends. */
    private static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null && text.length() < 400; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ");
            text.append(t.getClass().getSimpleName()).append(": ").append(t.getMessage());
        }
        return text.toString().replaceAll("\\s+", " ");
    }
}
