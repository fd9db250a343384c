using System.Diagnostics;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>The verb `refresh` as a process of its own, which can be killed, frozen and woken as the operating system does it.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private WorkerProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static WorkerProcess Start(TestStore store, string dataDirectory, IReadOnlyList<string> hosts, int leaseSeconds = 60, int concurrency = 8)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = dataDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.dll"));
        start.ArgumentList.Add("refresh");
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Storage__Provider"] = store.Provider is StorageProvider.Sqlite ? "Sqlite" : "Postgres",
            ["ConnectionStrings__Portal"] = store.ConnectionString,
            ["Storage__DataDirectory"] = dataDirectory,
            ["Ingestion__HostDelayMs"] = "0",
            ["Ingestion__MaxConcurrency"] = $"{concurrency}",
            ["Ingestion__LeaseSeconds"] = $"{leaseSeconds}",
        };
        for (var i = 0; i < hosts.Count; i++)
        {
            settings[$"Ingestion__AllowedPrivateHosts__{i}"] = hosts[i];
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Freeze() => Signal("STOP");

    public void Wake() => Signal("CONT");

    /// <summary>Waits for the end; its errors come back with the exit code.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return (_process.ExitCode, await _output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
