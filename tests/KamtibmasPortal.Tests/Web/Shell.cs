using System.Diagnostics;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The program as a shell runs it: words in, exit code and both outputs back, in a directory of its own.</summary>
public sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-shell-").FullName;

    public sealed record Answer(int Code, string Output, string Error);

    public Task<Answer> RunAsync(params string[] words) => RunAsync([], "", words);

    /// <param name="settings">Environment, as NAME=value.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="words">Arguments.</param>
    public async Task<Answer> RunAsync(string[] settings, string input, params string[] words)
    {
        using var process = Start(settings, words);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return new Answer(-1, "", "it went on instead of ending");
        }

        return new Answer(process.ExitCode, await output, await error);
    }

    /// <summary>What a server says on standard error until it is ready; then it is stopped.</summary>
    public async Task<string> StartAndStopAsync(params string[] settings)
    {
        using var process = Start([.. settings, "Ingestion__Enabled=false"], []);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("No editor exists", StringComparison.Ordinal))
        {
            // The line about editors is the last but one.
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await error;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string[] settings, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KamtibmasPortal.Web.dll"), .. words])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__DataDirectory"] = "data";
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            start.Environment[setting[..equals]] = setting[(equals + 1)..];
        }

        return Process.Start(start)!;
    }
}
