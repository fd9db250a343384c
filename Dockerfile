# The portal without its tests: docker build -t kamtibmas-portal .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides the packages first: they are fetched again only when it changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/KamtibmasPortal.News/KamtibmasPortal.News.csproj src/KamtibmasPortal.News/packages.lock.json src/KamtibmasPortal.News/
COPY src/KamtibmasPortal.Web/KamtibmasPortal.Web.csproj src/KamtibmasPortal.Web/packages.lock.json src/KamtibmasPortal.Web/
RUN dotnet restore src/KamtibmasPortal.Web --locked-mode -p:_IsPublishing=true
COPY src src
RUN dotnet publish src/KamtibmasPortal.Web --configuration Release --no-restore --output /app \
    && mkdir /data

# Not a chiseled or Alpine image: those come without ICU, and dates and names in Indonesian need it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS portal
WORKDIR /app
COPY LICENSE THIRD-PARTY-NOTICES.md ./
COPY --from=build /app ./
# The SQLite file, the keys that sign cookies, and kept copies: all that must outlive the container.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
VOLUME /data
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    ASPNETCORE_URLS=http://+:8080 \
    Storage__DataDirectory=/data
EXPOSE 8080
USER $APP_UID
# The image has no curl; its shell can speak to a port.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "KamtibmasPortal.Web.dll"]
