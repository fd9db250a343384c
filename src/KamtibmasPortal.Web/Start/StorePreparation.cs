using System.Data.Common;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Start;

/// <summary>Migrate or stop: nothing is served from a store that is not this version's.</summary>
public static class StorePreparation
{
    /// <exception cref="BadConfigurationException">The data directory can't be written.</exception>
    /// <exception cref="StartFailedException">The store can't be reached or brought to this version.</exception>
    public static async Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var storage = services.GetRequiredService<StorageSettings>();
        RuntimeChecks.Assert(storage.Provider);
        storage.OpenDataDirectory();
        try
        {
            await PortalStore.PrepareAsync(services, cancellation);
            await services.GetRequiredService<ReindexJob>().RunIfFirstAsync(cancellation);
        }
        catch (Exception e) when (FaultOfStore(e) is not null)
        {
            throw new StartFailedException($"The {storage.Provider} store can't be opened or brought to this version: {FaultOfStore(e)!.TrimEnd('.')}. Check ConnectionStrings__Portal and Storage__DataDirectory.");
        }
    }

    /// <summary>The database's own words, however deep they are wrapped; null when it is something else.</summary>
    private static string? FaultOfStore(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is DbException or TimeoutException or System.Net.Sockets.SocketException)
            {
                return e.InnerException is System.Net.Sockets.SocketException socket ? $"{e.Message} ({socket.Message})" : e.Message;
            }
        }

        return null;
    }
}
