using System.Diagnostics;
using System.Globalization;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>
/// A PostgreSQL server of the tests' own: its cluster lies in a temporary directory and it listens on a socket there,
/// so that it meets no other server of the machine. Where PostgreSQL is missing its start fails, and with it the test.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _bin;
    private readonly string _directory;

    private PostgresServer(string bin, string directory) => (_bin, _directory) = (bin, directory);

    /// <summary>Connection string to a database of this server; few connections, because each test has its own database.</summary>
    public string ConnectionString(string database) =>
        $"Host={_directory};Username=portal;Database={database};Maximum Pool Size=12;Timeout=30;Include Error Detail=true";

    public static async Task<PostgresServer> StartAsync()
    {
        var bin = FindPrograms();
        var server = new PostgresServer(bin, Directory.CreateTempSubdirectory("portal-pg-").FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        try
        {
            if (RunsAsRoot)
            {
                await RunAsync("chown", "postgres:", server._directory);
            }

            await server.RunAsOwnerAsync("initdb", "--pgdata", server.Cluster, "--username=portal", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
            await server.RunAsOwnerAsync(
                "pg_ctl", "start", "--wait", "--silent", "--pgdata", server.Cluster, "--log", Path.Combine(server._directory, "log"),
                "--options", $"-c listen_addresses='' -c unix_socket_directories='{server._directory}' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private static bool RunsAsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private string Cluster => Path.Combine(_directory, "cluster");

    private void Stop()
    {
        if (!Directory.Exists(_directory))
        {
            return;
        }

        if (File.Exists(Path.Combine(Cluster, "postmaster.pid")))
        {
            RunAsOwnerAsync("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate", "--pgdata", Cluster).GetAwaiter().GetResult();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static string FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed (no initdb in /usr/lib/postgresql/*/bin or on the PATH): tests/run.sh installs it on Debian.");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task RunAsOwnerAsync(string program, params string[] arguments) =>
        RunsAsRoot
            ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_bin, program), .. arguments])
            : RunAsync(Path.Combine(_bin, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Its output is not read through pipes: the server would inherit them and keep them open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$(mktemp); \"$@\" >\"$log\" 2>&1 </dev/null; code=$?; [ $code = 0 ] || cat \"$log\"; rm -f \"$log\"; exit $code", "sh", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
        }
    }
}
