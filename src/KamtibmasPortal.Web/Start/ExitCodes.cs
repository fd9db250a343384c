using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Connections;

namespace KamtibmasPortal.Web.Start;

/// <summary>What the process answers to whoever started it, and the border where surprises become such an answer.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int BadConfiguration = 78;

    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (BadConfigurationException e)
        {
            foreach (var fault in e.Faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return BadConfiguration;
        }
        catch (StartFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done.");
            return Failed;
        }
        catch (IOException e) when (IsAddressInUse(e))
        {
            await Console.Error.WriteLineAsync($"{e.Message} Set another one with ASPNETCORE_URLS.");
            return Failed;
        }
        catch (Exception e) when (e is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync($"Stopped by a fault: {e}");
            return Failed;
        }
    }

    public static bool IsAddressInUse(Exception? e) => e is IOException { InnerException: AddressInUseException };
}
