using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

public static class IngestionSetup
{
    /// <summary>The stages and the poll that runs them. The worker is added by hosts that poll by themselves.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddSingleton<FolderReader>();
        services.AddSingleton<FileFetcher>();
        services.AddSingleton<ArticleExtractor>();
        services.AddSingleton(_ => ReferenceData.CreateTagger());
        services.AddScoped<IngestionPipeline>();
        services.AddSingleton<SourcePoll>();
        services.AddScoped<FolderImport>();
        services.AddScoped<SampleNews>();
        return services;
    }
}
